package org.contactroi.app.replay;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Counts the events again, and says what is other. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Counts events again, under other rules or the same, beside the live figures.",
    subcommands = {
      ReplayStartCommand.class,
      ReplayListCommand.class,
      ReplayCompareCommand.class,
      ReplayPromoteCommand.class,
      ReplayRollbackCommand.class,
      ReplayDeleteCommand.class
    })
public final class ReplayCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing command; there are: start, list, compare, promote, rollback, delete");
  }
}

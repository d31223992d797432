package org.contactroi.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What figures are computed by: policies and calendars. */
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    description = "Publishes and lists what figures are computed by: policies and calendars.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ReferenceApplyCommand.class, ReferenceListCommand.class})
public final class ReferenceCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command: what there is to choose from. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: apply or list");
  }
}

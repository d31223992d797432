package org.contactroi.app.reference;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What figures are computed and valued by. */
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    description =
        "Publishes and lists what figures are computed and valued by: policies, calendars, rates, exchange rates, baselines, ledgers.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ReferenceApplyCommand.class,
      ReferenceDiffCommand.class,
      ReferenceListCommand.class
    })
public final class ReferenceCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command: what there is to choose from. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: apply, diff or list");
  }
}

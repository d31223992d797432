package org.contactroi.app.money;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about baselines. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    description = "Derives what episodes need without the AI from published totals.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = BaselineDeriveCommand.class)
public final class BaselineCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command: what there is to choose from. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: derive");
  }
}

package org.contactroi.simulator;

import org.contactroi.simulator.playback.PlaybackCommand;
import org.contactroi.simulator.synthetic.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The simulator on its own: {@code playback} and {@code simulate}. */
@Command(
    name = "contact-roi-simulator",
    description = "Publishes interaction events: recorded or simulated.",
    mixinStandardHelpOptions = true,
    subcommands = {PlaybackCommand.class, SimulateCommand.class})
public final class SimulatorMain {

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Returns the commands, with errors as one line. */
  public static CommandLine commandLine() {
    CommandErrors errors = new CommandErrors();
    return new CommandLine(new SimulatorMain())
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }
}

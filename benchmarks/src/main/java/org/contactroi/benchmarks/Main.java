package org.contactroi.benchmarks;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command {@code bench} of the launcher, and the processes it starts. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new BenchCommand());
    commandLine.addSubcommand(new BrokerCommand());
    commandLine.addSubcommand(new ReadCommand());
    commandLine.addSubcommand(new DslCommand());
    commandLine.setParameterExceptionHandler(Main::refuse);
    commandLine.setExecutionExceptionHandler((failure, command, result) -> fail(failure, command));
    return commandLine;
  }

  private static int refuse(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    command
        .getErr()
        .println("contact-roi: " + exception.getMessage() + " (see: contact-roi bench --help)");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int fail(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    String message = failure.getMessage();
    err.println("contact-roi: " + (message == null ? failure.toString() : message));
    if (message == null) {
      failure.printStackTrace(err);
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}

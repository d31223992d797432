package org.contactroi.simulator;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns what goes wrong in a command into one line on the standard error stream and an exit code: 2
 * for a wrong call, 1 for a run that failed.
 */
public final class CommandErrors
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    print(command, exception);
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parseResult) {
    print(command, exception);
    return ExitCode.SOFTWARE;
  }

  private static void print(CommandLine command, Exception exception) {
    PrintWriter err = command.getErr();
    String message = exception.getMessage();
    err.println(
        command.getCommandName() + ": " + (message == null ? exception.toString() : message));
    err.flush();
  }
}

package org.contactroi.app.money;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints what went wrong as one line; the stack trace only with the property stacktrace. */
public final class OneLineErrors implements IExecutionExceptionHandler {

  private static final String STACK_TRACE = "contact-roi.stacktrace";

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    String message = exception.getMessage() == null ? exception.toString() : exception.getMessage();
    command.getErr().printf("contact-roi %s: %s%n", command.getCommandName(), message);
    if (Boolean.getBoolean(STACK_TRACE)) {
      exception.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}

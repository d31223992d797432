package org.contactroi.local;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.contactroi.app.access.TokenCommand;
import org.contactroi.app.explain.ExplainCommand;
import org.contactroi.app.kpis.KpisCommand;
import org.contactroi.app.money.BaselineCommand;
import org.contactroi.app.money.RoiCommand;
import org.contactroi.app.money.WhatIfCommand;
import org.contactroi.app.reference.ReferenceCommand;
import org.contactroi.app.rejects.DeadLettersCommand;
import org.contactroi.app.rejects.RejectsCommand;
import org.contactroi.app.replay.ReplayCommand;
import org.contactroi.app.report.ReportCommand;
import org.contactroi.app.run.ResetCommand;
import org.contactroi.app.run.RunCommand;
import org.contactroi.app.run.ServeCommand;
import org.contactroi.app.topics.TopicsCommand;
import org.contactroi.simulator.input.ImportCommand;
import org.contactroi.simulator.playback.PlaybackCommand;
import org.contactroi.simulator.synthetic.SimulateCommand;
import org.contactroi.simulator.verify.VerifyCommand;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code contact-roi}. Exit codes: 0 done, 1 failed, 2 wrong usage; a failure is one
 * line on standard error.
 */
@Command(
    name = "contact-roi",
    description = "Exact, live and replayable figures from contact-center events.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The launcher ./contact-roi has three more: build, test (everything CI runs), bench."
    },
    versionProvider = Main.Version.class,
    subcommands = {
      DemoCommand.class,
      TopicsCommand.class,
      RunCommand.class,
      ServeCommand.class,
      TokenCommand.class,
      SimulateCommand.class,
      VerifyCommand.class,
      ImportCommand.class,
      PlaybackCommand.class,
      KpisCommand.class,
      ExplainCommand.class,
      RoiCommand.class,
      WhatIfCommand.class,
      BaselineCommand.class,
      ReportCommand.class,
      ReferenceCommand.class,
      RejectsCommand.class,
      DeadLettersCommand.class,
      ReplayCommand.class,
      ResetCommand.class,
      StackCommand.class,
      Main.VersionCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean debug;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    // What is printed and remembered is the same on every machine, its digits included.
    Locale.setDefault(Locale.ROOT);
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    Main main = new Main();
    CommandLine commandLine = new CommandLine(main);
    Objects.requireNonNull(commandLine.getSubcommands().get("rejects"))
        .addSubcommand(new RejectsRetryCommand());
    commandLine.setParameterExceptionHandler(Main::refuse);
    commandLine.setExecutionExceptionHandler(main::fail);
    return commandLine;
  }

  /** Without a command: what there is to choose from. */
  @Override
  public void run() {
    CommandLine root = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(root, "Missing command");
  }

  private static int refuse(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("contact-roi: " + oneLine(exception) + " (see: " + help(command) + ")");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Help knows commands; a command of a command knows itself. */
  private static String help(CommandLine command) {
    CommandLine parent = command.getParent();
    if (parent == null) {
      return "contact-roi help";
    }
    return parent.getParent() == null
        ? "contact-roi help " + command.getCommandName()
        : command.getCommandSpec().qualifiedName() + " --help";
  }

  private int fail(Exception exception, CommandLine command, ParseResult result) {
    LoggerFactory.getLogger(Main.class).info("failed", exception);
    PrintWriter err = command.getErr();
    err.println("contact-roi: " + oneLine(exception));
    if (debug) {
      exception.printStackTrace(err);
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String oneLine(Throwable failure) {
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message;
    Throwable cause = failure.getCause();
    boolean complete = failure instanceof SetupException || failure instanceof ParameterException;
    boolean told = cause == null || text.contains(String.valueOf(cause.getMessage()));
    String reason = complete || told ? "" : ": " + cause;
    return (text + reason).replaceAll("\\s*\\R\\s*", " ");
  }

  /** Prints the version. */
  @Command(name = "version", mixinStandardHelpOptions = true, description = "Print the version.")
  static final class VersionCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
      CommandLine command = Objects.requireNonNull(spec).commandLine();
      command.getParent().printVersionHelp(command.getOut());
    }
  }

  /** Reads the version from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"contact-roi " + (version == null ? "(not packaged)" : version)};
    }
  }
}

package org.contactroi.simulator.input;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contactroi.simulator.ClusterOptions;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.Pacer;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.PublishRun;
import org.contactroi.simulator.PublishSummary;
import org.contactroi.simulator.playback.PlaybackOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Publishes files of events of any known format, all or none. Repeating it is harmless: the same
 * files give the same event ids.
 *
 * <p>Exit code 0 if everything was published, or would be; 1 if publishing failed or was stopped; 2
 * if it was called wrongly or a line is bad.
 */
@Command(
    name = "import",
    description = {
      "Publishes files of events: JSON Lines, Avro files of 'simulate --out', recorded calls.",
      "All files are checked first; if a line is bad nothing is published, and the exit code is 2."
    },
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, plain or gzip.")
  private List<Path> files = List.of();

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "Tenant of all events (default: what the files say).")
  private @Nullable String tenant;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Zone of the clocks in recorded calls (default: ${DEFAULT-VALUE}).")
  private String zone = "Asia/Jerusalem";

  @Option(names = "--dry-run", description = "Checks and counts; publishes nothing.")
  private boolean dryRun;

  @Option(names = "--skip-bad", description = "Publishes the good lines, whatever the others are.")
  private boolean skipBad;

  @Option(names = "--json", description = "Prints a summary as JSON to the standard output.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    // Asked for before anything is read: a wrong option should not take a minute.
    Optional<ClusterSettings> settings =
        dryRun ? Optional.empty() : Optional.of(cluster.settings());
    Input input = input();
    boolean isRefused = !skipBad && input.badLines().count() > 0;
    tellBadLines(input, isRefused);
    if (isRefused || settings.isEmpty()) {
      print(new ImportReport(input, ImportReport.NOTHING));
      return isRefused ? command.exitCodeOnInvalidInput() : 0;
    }
    return publish(input, settings.get());
  }

  private int publish(Input input, ClusterSettings settings) {
    PublishSummary published =
        new PublishRun(settings::openSink, Pacer.max())
            .publish(input.events(), summary -> print(new ImportReport(input, summary)));
    return published.interrupted() ? command.exitCodeOnExecutionException() : 0;
  }

  private Input input() throws IOException {
    try {
      require(tenant == null || !tenant.isBlank(), "--tenant is blank");
      for (Path file : files) {
        require(Files.isReadable(file), "FILE '" + file + "' cannot be read: no such file");
      }
      EventFormats formats =
          EventFormats.of(clocks(), new PlaybackOrder.EventTime(), cluster.pseudonyms());
      return Input.read(files, formats, Optional.ofNullable(tenant), Progress.onStandardError());
    } catch (IllegalArgumentException e) {
      throw cluster.wrong(e);
    }
  }

  private ZoneId clocks() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--zone '" + zone + "' is not a time zone such as Asia/Jerusalem or UTC", e);
    }
  }

  private static void require(boolean isAllowed, String message) {
    if (!isAllowed) {
      throw new IllegalArgumentException(message);
    }
  }

  private void tellBadLines(Input input, boolean isRefused) {
    PrintWriter err = command.commandLine().getErr();
    input.badLines().report().forEach(err::println);
    if (isRefused) {
      err.println(input.badLines().text() + "; nothing was published");
    }
    err.flush();
  }

  private void print(ImportReport report) {
    PrintWriter out = command.commandLine().getOut();
    out.print(json ? report.json() : report.text());
    out.flush();
  }
}

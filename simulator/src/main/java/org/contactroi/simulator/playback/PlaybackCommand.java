package org.contactroi.simulator.playback;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.contactroi.simulator.ClusterOptions;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.PublishRun;
import org.contactroi.simulator.PublishSummary;
import org.contactroi.simulator.Speed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Publishes recorded calls. Repeating it is harmless: the same rows give the same event ids.
 *
 * <p>Exit code 0 if events were published, even if some rows were malformed; 1 if nothing could be
 * read or published; 2 if it was called wrongly.
 */
@Command(
    name = "playback",
    description = "Publishes a recorded file (gzip or plain) as interaction events.",
    mixinStandardHelpOptions = true)
public final class PlaybackCommand implements Callable<Integer> {

  private static final String FORMAT = "recorded-calls";
  private static final int MOST_LINES_SHOWN = 100;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to play back.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description =
          "What the files hold: recorded-calls (17 tab-separated fields, one row a call).")
  private String format = FORMAT;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "Tenant of the events (default: ${DEFAULT-VALUE}).")
  private String tenant = "anonymous-bank";

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description = "Multiple of real time, or as fast as possible (default: ${DEFAULT-VALUE}).")
  private String speed = "max";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of the recorded clocks (default: ${DEFAULT-VALUE}).")
  private String zone = "Asia/Jerusalem";

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description =
          "event-time, file, reverse or shuffle:SEED (default: ${DEFAULT-VALUE}). All but event-time"
              + " are for tests and need --speed max.")
  private String order = "event-time";

  @Option(names = "--json", description = "Prints a summary as JSON to the standard output.")
  private boolean json;

  /** What the options mean, all of it checked. */
  private record Request(
      ClusterSettings settings, ZoneId zone, Speed speed, PlaybackOrder order, String tenant) {}

  @Override
  public Integer call() throws IOException {
    Request request = request();
    MalformedRows malformed = new MalformedRows(command.commandLine().getErr());
    RecordedCalls recorded = RecordedCalls.read(files, request.zone(), malformed);
    malformed.end();
    if (recorded.calls().isEmpty()) {
      throw new IOException(
          "nothing could be read: no recorded call in "
              + files
              + ", malformed rows "
              + recorded.malformedRows());
    }
    PlaybackSource source = source(recorded, request);
    new PublishRun(request.settings()::openSink, request.speed().pacer())
        .publish(source, summary -> report(recorded, summary));
    return 0;
  }

  private static PlaybackSource source(RecordedCalls recorded, Request request) {
    Pseudonyms pseudonyms = new Pseudonyms(request.settings().pseudonymKey());
    RecordedCallEvents mapping = new RecordedCallEvents(request.tenant(), pseudonyms);
    return new PlaybackSource(recorded.calls(), mapping, request.order());
  }

  private Request request() {
    try {
      require(format.equals(FORMAT), "--format '" + format + "' is not " + FORMAT);
      require(!tenant.isBlank(), "--tenant is blank");
      files.forEach(
          file ->
              require(Files.isReadable(file), "FILE '" + file + "' cannot be read: no such file"));
      Speed parsedSpeed = Speed.parse(speed);
      PlaybackOrder parsedOrder = PlaybackOrder.parse(order);
      require(
          parsedSpeed.isMax() || parsedOrder instanceof PlaybackOrder.EventTime,
          "--order " + order + " has no pace: only --speed max is allowed, not " + speed);
      return new Request(cluster.settings(), zoneId(zone), parsedSpeed, parsedOrder, tenant);
    } catch (IllegalArgumentException e) {
      throw cluster.wrong(e);
    }
  }

  private static void require(boolean isAllowed, String message) {
    if (!isAllowed) {
      throw new IllegalArgumentException(message);
    }
  }

  private static ZoneId zoneId(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--zone '" + zone + "' is not a time zone such as Asia/Jerusalem or UTC", e);
    }
  }

  private void report(RecordedCalls recorded, PublishSummary summary) {
    if (json) {
      PrintWriter out = command.commandLine().getOut();
      out.printf(
          Locale.ROOT,
          "{\"events\":%d,\"seconds\":%.3f,\"events_per_second\":%.0f,\"rows\":%d,"
              + "\"malformed_rows\":%d,\"interrupted\":%b}%n",
          summary.events(),
          summary.seconds(),
          summary.eventsPerSecond(),
          recorded.calls().size() + recorded.malformedRows(),
          recorded.malformedRows(),
          summary.interrupted());
      out.flush();
    }
  }

  /**
   * Prints malformed rows, but not a file's worth of them: a file of another kind has nothing else.
   */
  private static final class MalformedRows implements Consumer<String> {

    private final PrintWriter err;
    private long count;

    MalformedRows(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void accept(String row) {
      if (count++ < MOST_LINES_SHOWN) {
        err.println(row);
      }
    }

    void end() {
      if (count > MOST_LINES_SHOWN) {
        err.println("and " + (count - MOST_LINES_SHOWN) + " more malformed rows");
      }
      err.flush();
    }
  }
}

package org.contactroi.simulator.synthetic;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.contactroi.simulator.ClusterOptions;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.PublishRun;
import org.contactroi.simulator.PublishSummary;
import org.contactroi.simulator.Speed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Publishes the events of a simulated center.
 *
 * <p>Exit code 0 at the end or when stopped, 1 if publishing failed, 2 if it was called wrongly.
 */
@Command(
    name = "simulate",
    description = "Publishes events of simulated calls and chats.",
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Whole number that decides everything drawn (default: ${DEFAULT-VALUE}). The same seed,"
              + " options and --from give the same events.")
  private long seed = 1;

  @Option(
      names = "--rate",
      paramLabel = "N[/s|/m|/h|/d]",
      description =
          "New interactions per hour, or per second, minute, hour, day; averaged over a day, repeat"
              + " contacts come on top (default: ${DEFAULT-VALUE}).")
  private String rate = "600/h";

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description = "Multiple of real time, or as fast as possible (default: ${DEFAULT-VALUE}).")
  private String speed = "1";

  @Option(
      names = "--duration",
      paramLabel = "D",
      description =
          "Event time in which interactions begin: 90s, 30m, 8h, 30d or ISO 8601 (default: no end)."
              + " Those begun are brought to their end.")
  private @Nullable String duration;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "Stops after exactly N events; not together with --duration.")
  private @Nullable Long events;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "Tenant of the events (default: ${DEFAULT-VALUE}).")
  private String tenant = "demo";

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description =
          "Event time of the start, such as 2026-01-05T08:00:00Z (default: now; with --duration at"
              + " another speed than 1, so that it ends now).")
  private @Nullable String from;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of the daily curve (default: ${DEFAULT-VALUE}).")
  private String zone = "UTC";

  @Option(names = "--json", description = "Prints a summary as JSON to the standard output.")
  private boolean json;

  /** What the options mean, all of it checked. */
  private record Request(ClusterSettings settings, Speed speed, Scenario scenario) {}

  @Override
  public Integer call() {
    Request request = request();
    Pseudonyms pseudonyms = new Pseudonyms(request.settings().pseudonymKey());
    new PublishRun(request.settings(), request.speed().pacer())
        .publish(new SyntheticSource(request.scenario(), pseudonyms), this::report);
    return 0;
  }

  private Request request() {
    try {
      if (duration != null && events != null) {
        throw new IllegalArgumentException("--duration and --events: only one is allowed");
      }
      Speed parsedSpeed = Speed.parse(speed);
      Duration length = duration == null ? null : Quantities.duration(duration);
      Scenario scenario =
          new Scenario(
              tenant,
              seed,
              Quantities.perHour(rate),
              start(parsedSpeed, length),
              Quantities.zone(zone),
              new Scenario.Limit(length, events));
      return new Request(cluster.settings(), parsedSpeed, scenario);
    } catch (IllegalArgumentException e) {
      throw cluster.wrong(e);
    }
  }

  private Instant start(Speed speed, @Nullable Duration length) {
    if (from != null) {
      return Quantities.instant(from);
    }
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    return length == null || isRealTime(speed) ? now : now.minus(length);
  }

  private static boolean isRealTime(Speed speed) {
    Double factor = speed.factor();
    return factor != null && factor == 1;
  }

  private void report(PublishSummary summary) {
    if (json) {
      PrintWriter out = command.commandLine().getOut();
      out.printf(
          Locale.ROOT,
          "{\"events\":%d,\"seconds\":%.3f,\"events_per_second\":%.0f,\"malformed_rows\":0,"
              + "\"seed\":%d,\"interrupted\":%b}%n",
          summary.events(),
          summary.seconds(),
          summary.eventsPerSecond(),
          seed,
          summary.interrupted());
      out.flush();
    }
  }
}

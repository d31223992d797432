package org.contactroi.simulator.synthetic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.contactroi.notation.DayOrInstant;
import org.contactroi.simulator.Speed;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which time is simulated. */
final class PeriodOptions {

  private static final long ANY_SEED = 0;

  @Option(
      names = "--from",
      paramLabel = "DATE|INSTANT",
      description =
          "Event time of the start: a day of the scenario's zone, or an instant such as"
              + " 2026-01-05T08:00:00Z (default: now; with --to or --duration at another speed than 1,"
              + " so that it ends then or now; with --out the scenario's).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE|INSTANT",
      description =
          "Event time before which interactions begin; those begun are brought to their end (default:"
              + " no end; with --out the scenario's length).")
  private @Nullable String to;

  @Option(
      names = "--duration",
      paramLabel = "D",
      description = "The same as length: 90s, 30m, 8h, 30d or ISO 8601; not together with --to.")
  private @Nullable String duration;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "Stops after exactly N events; not together with --to or --duration.")
  private @Nullable Long events;

  @Option(
      names = "--day-zero",
      paramLabel = "DATE|INSTANT",
      description =
          "When day 0 of the scenario is, from which its AI rollout counts (default: --from; in a live"
              + " run so long ago that the scenario has something to show).")
  private @Nullable String dayZero;

  /**
   * How a simulation runs.
   *
   * @param speed how fast event time passes
   * @param isFile whether events go to a file
   */
  record Manner(Speed speed, boolean isFile) {}

  /**
   * Returns the run of the period that the options ask for.
   *
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  Run run(Scenario scenario, Manner manner, Clock clock) {
    if (Stream.of(to, duration, events).filter(Objects::nonNull).count() > 1) {
      throw new IllegalArgumentException("--to, --duration and --events: only one is allowed");
    }
    Instant begin = begin(scenario, manner, clock);
    return Run.from(ANY_SEED, begin)
        .withEnd(end(scenario, manner, begin))
        .withDayZero(dayZero(scenario, manner, begin));
  }

  private Instant dayZero(Scenario scenario, Manner manner, Instant begin) {
    if (dayZero != null) {
      return DayOrInstant.parse("--day-zero", dayZero, scenario.zone());
    }
    boolean isLive = from == null && to == null && duration == null && !manner.isFile();
    return isLive ? begin.minus(Duration.ofDays(scenario.period().liveDay())) : begin;
  }

  private Instant begin(Scenario scenario, Manner manner, Clock clock) {
    ZoneId zone = scenario.zone();
    if (from != null) {
      return DayOrInstant.parse("--from", from, zone);
    }
    if (manner.isFile()) {
      return scenario.period().begins().atStartOfDay(zone).toInstant();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (to != null) {
      Instant end = DayOrInstant.parse("--to", to, zone);
      return isRealTime(manner.speed()) ? now : end.minus(scenario.period().length());
    }
    Duration length = duration == null ? null : Quantities.duration(duration);
    return length == null || isRealTime(manner.speed()) ? now : now.minus(length);
  }

  private static boolean isRealTime(Speed speed) {
    Double factor = speed.factor();
    return factor != null && factor == 1;
  }

  private Run.End end(Scenario scenario, Manner manner, Instant begin) {
    if (to != null) {
      return new Run.End(DayOrInstant.parse("--to", to, scenario.zone()), null);
    }
    if (duration != null) {
      return new Run.End(begin.plus(Quantities.duration(duration)), null);
    }
    if (events != null) {
      return new Run.End(null, events);
    }
    return manner.isFile()
        ? new Run.End(begin.plus(scenario.period().length()), null)
        : Run.End.NEVER;
  }
}

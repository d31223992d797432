package org.contactroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Properties;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.Speed;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.center.Simulation;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.jspecify.annotations.Nullable;

/**
 * What is simulated: one simulation for the life of a data folder, which keeps it in a file.
 *
 * @param scenario name of a shipped one, or an absolute file
 * @param seed decides everything that is drawn
 * @param from where it begins
 * @param dayZero its local day is day 0 of the scenario
 * @param live what is before is history and published at once; from here on time passes
 */
record DemoSimulation(String scenario, long seed, Instant from, Instant dayZero, Instant live) {

  private static final String FILE = "simulation.properties";

  /** Events of the future would be refused: one that is faster than time begins in the past. */
  private static final Duration HEAD_START = Duration.ofDays(30);

  /** At an hour at which there is something to see. */
  private static final LocalTime OPENING = LocalTime.of(10, 0);

  /**
   * What is asked for.
   *
   * @param scenario null for that of the folder, or the small one
   * @param seed null for that of the folder, or 1
   * @param hasHistory whether the time before it is live is simulated too
   */
  record Wanted(@Nullable String scenario, @Nullable Long seed, boolean hasHistory) {

    private static final long SEED = 1;

    String scenarioOr(String otherwise) {
      return scenario == null
          ? otherwise
          : Scenarios.SHIPPED.contains(scenario)
              ? scenario
              : Path.of(scenario).toAbsolutePath().normalize().toString();
    }

    long seedOr(long otherwise) {
      return seed == null ? otherwise : seed;
    }
  }

  /** Whether a folder has one, of which events may be published. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * That of a folder, or a new one that is kept there.
   *
   * @throws SetupException if the folder has another than the one asked for
   */
  static DemoSimulation of(Path folder, Wanted wanted, Speed speed, Instant now) {
    if (isIn(folder)) {
      DemoSimulation kept = read(folder.resolve(FILE));
      if (!kept.scenario.equals(wanted.scenarioOr(kept.scenario))
          || kept.seed != wanted.seedOr(kept.seed)) {
        throw new SetupException(
            "%s goes on with scenario %s and seed %d; leave --scenario and --seed out, or choose another folder with --data"
                .formatted(folder, kept.scenario, kept.seed));
      }
      return kept;
    }
    DemoSimulation begun = begin(wanted, speed, now);
    begun.write(folder.resolve(FILE));
    return begun;
  }

  /** A new one, which is live as late as its speed allows. */
  static DemoSimulation begin(Wanted wanted, Speed speed, Instant now) {
    String name = wanted.scenarioOr(Scenarios.SMALL);
    Scenario found = scenario(name);
    Double factor = speed.factor();
    boolean isSlow = factor != null && factor <= 1;
    Instant live =
        isSlow
            ? now.truncatedTo(ChronoUnit.MILLIS)
            : opening(now.minus(HEAD_START).atZone(found.zone()));
    Instant dayZero =
        live.atZone(found.zone())
            .toLocalDate()
            .minusDays(found.period().liveDay())
            .atStartOfDay(found.zone())
            .toInstant();
    return new DemoSimulation(
        name, wanted.seedOr(Wanted.SEED), wanted.hasHistory() ? dayZero : live, dayZero, live);
  }

  /** The last opening on a day from Monday to Friday. */
  private static Instant opening(ZonedDateTime latest) {
    ZonedDateTime opening = latest.with(OPENING);
    while (opening.isAfter(latest) || opening.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      opening = opening.minusDays(1);
    }
    return opening.toInstant();
  }

  /**
   * What happens in the center.
   *
   * @throws SetupException naming what is wrong with it
   */
  Scenario scenarioFound() {
    return scenario(scenario);
  }

  private static Scenario scenario(String name) {
    try {
      return Scenarios.of(name);
    } catch (IllegalArgumentException e) {
      throw new SetupException(String.valueOf(e.getMessage()), e);
    }
  }

  /** All events from its begin on, the same in every run. */
  EventSource events(Pseudonyms pseudonyms) {
    return new Simulation(
        scenarioFound(), Run.from(seed, from).withDayZero(dayZero), pseudonyms, Ledger.NONE);
  }

  /** Whole days of history. */
  long daysOfHistory(ZoneId zone) {
    return ChronoUnit.DAYS.between(
        from.atZone(zone).toLocalDate(), live.atZone(zone).toLocalDate());
  }

  private static DemoSimulation read(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DemoSimulation(
        value(properties, "scenario"),
        Long.parseLong(value(properties, "seed")),
        Instant.parse(value(properties, "from")),
        Instant.parse(value(properties, "day-zero")),
        Instant.parse(value(properties, "live")));
  }

  private static String value(Properties properties, String key) {
    return Objects.requireNonNull(properties.getProperty(key), key);
  }

  private void write(Path file) {
    Properties properties = new Properties();
    properties.setProperty("scenario", scenario);
    properties.setProperty("seed", Long.toString(seed));
    properties.setProperty("from", from.toString());
    properties.setProperty("day-zero", dayZero.toString());
    properties.setProperty("live", live.toString());
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "What the demonstration over this folder simulates");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

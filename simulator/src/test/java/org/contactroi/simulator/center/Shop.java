package org.contactroi.simulator.center;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;

/** Runs of the default scenario, a third of its size, from a Monday on. */
final class Shop {

  static final Instant MONDAY = Instant.parse("2026-02-01T23:00:00Z");
  static final Scenario SCENARIO = Scenarios.of(Scenarios.DEFAULT);

  /** The same, where only what is usual happens. */
  static final Scenario PLAIN = SCENARIO.withSituations(shares -> shares.times(0));

  private static final double SIZE = 0.3;
  private static final int DAYS_OF_AI = 27;

  private Shop() {}

  /** Days of a center that has had AI for a while. */
  static Run withAi(int days) {
    return withoutAi(days).withDayZero(MONDAY.minus(Duration.ofDays(DAYS_OF_AI)));
  }

  /** Days of a center before its AI. */
  static Run withoutAi(int days) {
    return Run.from(42, MONDAY)
        .withSize(SIZE)
        .withEnd(new Run.End(MONDAY.plus(Duration.ofDays(days)), null));
  }

  static Simulation simulation(Scenario scenario, Run run, Ledger ledger) {
    return new Simulation(scenario, run, new Pseudonyms(Pseudonyms.DEMO_KEY), ledger);
  }

  static void happen(Scenario scenario, Run run, Ledger ledger, Consumer<SpecificRecord> events) {
    simulation(scenario, run, ledger).forEachRemaining(events);
  }
}

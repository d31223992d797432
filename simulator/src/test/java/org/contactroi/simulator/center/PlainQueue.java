package org.contactroi.simulator.center;

import java.time.Duration;
import java.time.Instant;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.ScenarioReader;

/**
 * One queue of calls with one team that never leaves, and nothing else: no bots, no after-work, no
 * returns.
 *
 * @param perDay calls a day
 * @param talk mean talk time, seconds
 * @param patience mean patience, seconds
 * @param agents number of agents
 */
record PlainQueue(int perDay, int talk, int patience, int agents) {

  static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  private static final String TEXT =
      """
      scenario: plain-queue
      tenants:
        plain:
          zone: UTC
          currency: EUR
          contacts: {per_day: PER_DAY}
          customers: {population: 1000000}
          channels: {voice: {mix: 1, patience: {mean: PATIENCE}}}
          issues: {call: {mix: 1, queue: calls, talk: {mean: TALK}, resolved: 1}}
          queues: {calls: {}}
          grades: {regular: {}}
          teams:
            team:
              queues: [calls]
              grades: {regular: 1}
              shifts: [{agents: AGENTS, endless: yes}]
      """;

  Scenario scenario() {
    return scenario("");
  }

  /**
   * Returns the scenario.
   *
   * @param more further keys of the tenant
   */
  Scenario scenario(String more) {
    String text =
        TEXT.replace("PER_DAY", "" + perDay)
            .replace("PATIENCE", patience + "s")
            .replace("TALK", talk + "s")
            .replace("AGENTS", "" + agents);
    return ScenarioReader.read("plain-queue.yaml", text + more.indent(4));
  }

  /** Lets it happen for some days from Monday on. */
  void run(long seed, int days, Ledger ledger) {
    run(scenario(), seed, days, ledger);
  }

  /** Lets a scenario happen for some days from Monday on. */
  static void run(Scenario scenario, long seed, int days, Ledger ledger) {
    Run run = Run.from(seed, MONDAY).withEnd(new Run.End(MONDAY.plus(Duration.ofDays(days)), null));
    Simulation simulation =
        new Simulation(scenario, run, new Pseudonyms(Pseudonyms.DEMO_KEY), ledger);
    while (simulation.hasNext()) {
      simulation.next();
    }
  }
}

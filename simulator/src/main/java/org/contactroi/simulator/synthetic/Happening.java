package org.contactroi.simulator.synthetic;

import java.nio.file.Path;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.center.Simulation;
import org.contactroi.simulator.fault.FaultyEvents;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.truth.Truth;
import org.contactroi.simulator.truth.TruthFile;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that happens: the events that arrive of it and, if it is wanted, the truth.
 *
 * @param events that arrive
 * @param truth null if nobody will ask for it
 */
public record Happening(EventSource events, @Nullable Truth truth) {

  /** Returns one whose truth nobody will ask for. */
  public static Happening of(Scenario scenario, Run run, Pseudonyms pseudonyms) {
    return new Happening(events(scenario, run, pseudonyms, Ledger.NONE), null);
  }

  /** Returns one that remembers everything. */
  public static Happening withTruth(Scenario scenario, Run run, Pseudonyms pseudonyms) {
    Truth truth = new Truth(scenario, run.dayZero());
    return new Happening(events(scenario, run, pseudonyms, truth), truth);
  }

  private static EventSource events(
      Scenario scenario, Run run, Pseudonyms pseudonyms, Ledger ledger) {
    Simulation simulation = new Simulation(scenario, run, pseudonyms, ledger);
    return scenario.hasFaults()
        ? new FaultyEvents(simulation, scenario, run.seed(), ledger)
        : simulation;
  }

  /**
   * Writes the true totals, once all events have arrived.
   *
   * @return how many keys there are
   * @throws IllegalStateException if it does not remember
   */
  public int tellTruth(Path file) {
    if (truth == null) {
      throw new IllegalStateException("nobody was to remember the truth");
    }
    return TruthFile.write(truth, file);
  }
}

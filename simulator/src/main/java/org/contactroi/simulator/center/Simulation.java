package org.contactroi.simulator.center;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.center.time.Calendar;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;

/**
 * A scenario that happens: the events of its centers in the order of their time, made one moment
 * after the other as they are asked for.
 */
public final class Simulation implements EventSource {

  private static final int ID_RADIX = 36;

  private final Run run;
  private final Calendar calendar = new Calendar();
  private final Journal journal;
  private final List<Center> centers = new ArrayList<>();
  private long given;
  private boolean isOver;

  /**
   * Creates a simulation.
   *
   * @param run which part of it happens
   * @param pseudonyms keys of customers
   * @param ledger is told what really happens, no later than the events are given
   */
  public Simulation(Scenario scenario, Run run, Pseudonyms pseudonyms, Ledger ledger) {
    this.run = run;
    this.journal = new Journal(ledger, idPrefix(run));
    Center.Surroundings surroundings = new Center.Surroundings(calendar, journal, pseudonyms);
    for (Tenant tenant : scenario.tenants()) {
      centers.add(new Center(tenant, run, surroundings));
    }
    centers.forEach(Center::open);
  }

  private static String idPrefix(Run run) {
    return Long.toString(run.seed(), ID_RADIX)
        + "-"
        + Long.toString(run.from().toEpochMilli(), ID_RADIX);
  }

  @Override
  public OptionalDouble share() {
    Long events = run.end().events();
    if (events != null) {
      return OptionalDouble.of((double) given / events);
    }
    if (run.end().to() == null) {
      return OptionalDouble.empty();
    }
    long from = run.from().toEpochMilli();
    long reached = Math.min(Math.max(calendar.now(), from), run.endMillis());
    return OptionalDouble.of((double) (reached - from) / (run.endMillis() - from));
  }

  @Override
  public boolean hasNext() {
    Long events = run.end().events();
    if (events != null && given >= events) {
      return false;
    }
    while (journal.events().isEmpty() && !isOver) {
      advance();
    }
    return !journal.events().isEmpty();
  }

  private void advance() {
    if (calendar.nextTime() < run.endMillis() || !isFinished()) {
      calendar.happen();
      return;
    }
    isOver = true;
    long end = Math.max(calendar.now(), run.endMillis());
    centers.forEach(center -> center.close(end));
  }

  private boolean isFinished() {
    return centers.stream().allMatch(Center::isFinished);
  }

  @Override
  public SpecificRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the simulation has ended after " + given + " events");
    }
    given++;
    return journal.events().remove();
  }
}

package org.contactroi.simulator.synthetic;

import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.EventEnvelope;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.Pseudonyms;

/**
 * The events of a simulated center by time. It holds the events still to come of the contacts that
 * have begun, and the contacts that will come back: both grow with the rate, not with the length.
 */
public final class SyntheticSource implements EventSource {

  private static final String SOURCE_SYSTEM = "simulator";
  private static final int ID_RADIX = 36;

  private record Pending(long millis, long number, InteractionEvent event) {}

  private final Scenario scenario;
  private final Pseudonyms pseudonyms;
  private final Dice dice;
  private final Contacts contacts;
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(
          Comparator.comparingLong(Pending::millis).thenComparingLong(Pending::number));
  private final String idPrefix;
  private long interactions;
  private long pendingNumber;
  private long given;

  /**
   * Creates a source.
   *
   * @param scenario what is simulated
   * @param pseudonyms pseudonyms of the customers
   */
  public SyntheticSource(Scenario scenario, Pseudonyms pseudonyms) {
    this.scenario = scenario;
    this.pseudonyms = pseudonyms;
    this.dice = new Dice(scenario.seed());
    this.contacts = new Contacts(scenario, dice.split());
    // Seed and start are in the id, so that a second run never writes into interactions of a first.
    this.idPrefix =
        Long.toString(scenario.seed(), ID_RADIX)
            + "-"
            + Long.toString(scenario.from().toEpochMilli(), ID_RADIX)
            + "-";
  }

  @Override
  public OptionalLong expectedCount() {
    return scenario.expectedEvents();
  }

  @Override
  public boolean hasNext() {
    Long limit = scenario.limit().events();
    if (limit != null && given >= limit) {
      return false;
    }
    beginContacts();
    return !pending.isEmpty();
  }

  @Override
  public InteractionEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the simulation has ended after " + given + " events");
    }
    given++;
    return pending.remove().event();
  }

  /** Begins every contact that may have an event before those that are pending. */
  private void beginContacts() {
    long next = contacts.nextMillis();
    while (next != Long.MAX_VALUE && (pending.isEmpty() || next <= pending.peek().millis())) {
      begin(contacts.next());
      next = contacts.nextMillis();
    }
  }

  private void begin(Contact contact) {
    String id = idPrefix + Long.toString(++interactions);
    EventEnvelope envelope = new EventEnvelope(scenario.tenant(), SOURCE_SYSTEM, id, false);
    Scene scene = new Scene(contact, new Script(envelope), dice.split());
    Story.Told told = new Story(scene, pseudonyms).tell();
    for (InteractionEvent event : told.events()) {
      pending.add(new Pending(event.getOccurredAt().toEpochMilli(), pendingNumber++, event));
    }
    contacts.ended(contact, id, told);
  }
}

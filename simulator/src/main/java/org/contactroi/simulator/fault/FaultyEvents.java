package org.contactroi.simulator.fault;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.Queue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.Damage;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.EventTopic;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;

/**
 * The events of a simulation as they arrive. What is late arrives with its own {@code observed_at},
 * so that this source is not in the order of that. What is still on its way when the simulation
 * ends arrives at once.
 */
public final class FaultyEvents implements EventSource {

  private final EventSource events;
  private final Seed seed;
  private final Post post = new Post();
  private final Queue<Arrival> arrived = new ArrayDeque<>();
  private final Map<String, ContactFaults> contacts = new HashMap<>();
  private final Map<String, OtherFaults> others = new HashMap<>();
  private Damage damage = Damage.NONE;

  /**
   * Creates a source.
   *
   * @param scenario says how often what goes wrong
   * @param seed decides what befalls which event
   * @param ledger is told of what changes what can be known
   */
  public FaultyEvents(EventSource events, Scenario scenario, long seed, Ledger ledger) {
    this.events = events;
    this.seed = new Seed(seed).of("faults");
    for (Tenant tenant : scenario.tenants()) {
      Odds odds = new Odds(tenant.reporting().faults());
      Journey journey =
          new Journey(odds, tenant.reporting().policy().silence().lateness(), post, arrived::add);
      contacts.put(tenant.id(), new ContactFaults(odds, journey, ledger));
      others.put(tenant.id(), new OtherFaults(odds, journey, ledger));
    }
  }

  @Override
  public OptionalDouble share() {
    return events.share();
  }

  @Override
  public Damage damage() {
    return damage;
  }

  @Override
  public boolean hasNext() {
    while (arrived.isEmpty() && events.hasNext()) {
      send(events.next());
    }
    while (arrived.isEmpty() && post.arriveAtLast()) {
      // What is left arrives one after the other.
    }
    return !arrived.isEmpty();
  }

  @Override
  public SpecificRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all events have arrived");
    }
    Arrival arrival = arrived.remove();
    damage = arrival.damage();
    return arrival.event();
  }

  private void send(SpecificRecord event) {
    long now = EventTopic.of(event).observedAt(event).toEpochMilli();
    while (post.arriveBy(now)) {
      // What arrives earlier goes before.
    }
    if (event instanceof InteractionEvent of) {
      RandomStream random = seed.of(of.getInteractionId()).of(of.getSourceSeq()).stream();
      faults(contacts, of.getTenantId()).send(of, now, random);
    } else {
      SpecificRecordBase of = (SpecificRecordBase) event;
      String tenant = (String) of.get("tenant_id");
      String kind = event instanceof AgentEvent ? "agent" : "customer";
      long number = (Long) of.get("source_seq");
      faults(others, tenant).send(event, now, seed.of(tenant).of(kind).of(number).stream());
    }
  }

  private static <T> T faults(Map<String, T> byTenant, String tenant) {
    T faults = byTenant.get(tenant);
    if (faults == null) {
      throw new IllegalArgumentException(tenant + " is no tenant of the scenario");
    }
    return faults;
  }
}

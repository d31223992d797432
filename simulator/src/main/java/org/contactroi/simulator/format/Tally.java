package org.contactroi.simulator.format;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.EventTopic;

/** How many events there are of which tenant and topic, and of which time. */
public final class Tally {

  private final SortedMap<String, OfTenant> byTenant = new TreeMap<>();

  /**
   * The events of a tenant.
   *
   * @param byTopic number by topic, of those that have some
   * @param from the first time at which something occurred
   * @param to the last one
   */
  public record OfTenant(Map<EventTopic, Long> byTopic, Instant from, Instant to) {

    private static OfTenant of(SpecificRecord event) {
      EventTopic topic = EventTopic.of(event);
      Instant at = topic.occurredAt(event);
      return new OfTenant(Map.of(topic, 1L), at, at);
    }

    private OfTenant plus(OfTenant other) {
      Map<EventTopic, Long> sum = new EnumMap<>(byTopic);
      other.byTopic.forEach((topic, events) -> sum.merge(topic, events, Long::sum));
      return new OfTenant(
          sum, from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /** Returns the number of events of all topics. */
    public long events() {
      return byTopic.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  void add(SpecificRecord event) {
    byTenant.merge(EventTopic.of(event).tenantId(event), OfTenant.of(event), OfTenant::plus);
  }

  /** Adds another one. */
  public void add(Tally other) {
    other.byTenant.forEach((tenant, events) -> byTenant.merge(tenant, events, OfTenant::plus));
  }

  /** Returns the counts by tenant. */
  public SortedMap<String, OfTenant> byTenant() {
    return byTenant;
  }

  /** Returns the number of events of all tenants. */
  public long events() {
    return byTenant.values().stream().mapToLong(OfTenant::events).sum();
  }
}

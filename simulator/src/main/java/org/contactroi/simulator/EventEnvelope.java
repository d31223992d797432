package org.contactroi.simulator;

import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.InteractionEvent;

/**
 * What all events of one interaction have in common. The event id is the number of the event within
 * its interaction, so the same interaction always yields the same identities.
 *
 * @param tenantId the company
 * @param sourceSystem the system that sends the events
 * @param interactionId the interaction, key of the records
 * @param isTest whether it is test traffic
 */
public record EventEnvelope(
    String tenantId, String sourceSystem, String interactionId, boolean isTest) {

  public EventEnvelope {
    requireText("tenantId", tenantId);
    requireText("sourceSystem", sourceSystem);
    requireText("interactionId", interactionId);
  }

  /**
   * Returns an event observed in the moment it occurred, with no attributes.
   *
   * @param number number of the event within its interaction, from 1; also its {@code source_seq}
   * @param occurredAt event time
   * @param payload one of the payloads of the contract
   */
  public InteractionEvent event(int number, Instant occurredAt, SpecificRecord payload) {
    return event(number, occurredAt, payload, Map.of());
  }

  /**
   * Returns an event with attributes.
   *
   * @param attributes own dimensions; their iteration order is the order of the written bytes
   */
  public InteractionEvent event(
      int number, Instant occurredAt, SpecificRecord payload, Map<String, String> attributes) {
    return new InteractionEvent(
        Integer.toString(number),
        tenantId,
        interactionId,
        occurredAt,
        occurredAt,
        sourceSystem,
        (long) number,
        0,
        false,
        isTest,
        attributes,
        payload);
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
  }
}

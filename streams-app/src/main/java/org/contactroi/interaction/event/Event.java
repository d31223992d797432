package org.contactroi.interaction.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One accepted event of an interaction: the winner among the records of its identity.
 *
 * @param eventId identity within the interaction
 * @param occurredAt event time, UTC ms
 * @param sourceSystem system that sent it
 * @param sourceSeq its sequence number there, if any
 * @param retracted the event is taken back: it stays in the set and says nothing
 * @param attributes own dimensions
 */
public record Event(
    String eventId,
    long occurredAt,
    String sourceSystem,
    @Nullable Long sourceSeq,
    boolean retracted,
    boolean test,
    Map<String, String> attributes,
    Payload payload) {

  public Event {
    attributes = Map.copyOf(attributes);
  }
}

package org.contactroi.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.contactroi.events.InteractionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the configured deserializer of events: keeps the bytes as received and turns what is wrong
 * with the record itself into a value. What is wrong with the registry stays an exception, so that
 * an outage fails the task and never spends a good event.
 */
final class ReceivedDeserializer implements Deserializer<Received> {

  private final Deserializer<InteractionEvent> events;

  ReceivedDeserializer(Deserializer<InteractionEvent> events) {
    this.events = events;
  }

  @Override
  public @Nullable Received deserialize(String topic, byte @Nullable [] wire) {
    if (wire == null) {
      return null;
    }
    try {
      return new Received.Decoded(wire, events.deserialize(topic, wire));
    } catch (RuntimeException e) {
      return new Received.Undecodable(wire, DecodingFailure.reason(e), DecodingFailure.detail(e));
    }
  }

  @Override
  public void close() {
    events.close();
  }
}

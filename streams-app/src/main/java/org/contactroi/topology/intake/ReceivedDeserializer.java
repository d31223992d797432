package org.contactroi.topology.intake;

import org.apache.kafka.common.serialization.Deserializer;
import org.contactroi.topology.stage.DecodingFailure;
import org.contactroi.wire.UndecodableException;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the configured deserializer of events: keeps the bytes as received and turns what is wrong
 * with the record itself into a value. What is wrong with the registry stays an exception, so that
 * an outage fails the task and never spends a good event.
 *
 * @param <E> the contract of the events
 */
public final class ReceivedDeserializer<E> implements Deserializer<Received<E>> {

  private final Class<E> contract;
  private final Deserializer<?> events;

  public ReceivedDeserializer(Class<E> contract, Deserializer<?> events) {
    this.contract = contract;
    this.events = events;
  }

  @Override
  public @Nullable Received<E> deserialize(String topic, byte @Nullable [] wire) {
    if (wire == null) {
      return null;
    }
    try {
      return received(wire, events.deserialize(topic, wire));
    } catch (RuntimeException e) {
      return new Received.Undecodable<>(wire, DecodingFailure.reason(e), DecodingFailure.detail(e));
    }
  }

  /** A record of another contract can be decoded, and is no event all the same. */
  private Received<E> received(byte[] wire, @Nullable Object decoded) {
    return contract.isInstance(decoded)
        ? new Received.Decoded<>(wire, contract.cast(decoded))
        : new Received.Undecodable<>(
            wire,
            UndecodableException.Reason.SCHEMA_MISMATCH.name(),
            "it is a %s".formatted(decoded == null ? "null" : decoded.getClass().getSimpleName()));
  }

  @Override
  public void close() {
    events.close();
  }
}

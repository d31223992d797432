package org.contactroi.topology.intake;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a repartition of the input, for producers that partition otherwise: notes in the
 * headers where each record stood, because verdicts name it. What is too large to be sent on as it
 * came is cut; it is no event that could be accepted.
 *
 * @param <E> the contract of the events
 */
public final class Rekeying<E>
    extends ContextualProcessor<byte[], Received<E>, byte[], Received<E>> {

  @Override
  public void process(Record<byte[], Received<E>> input) {
    RecordHeaders headers = new RecordHeaders();
    Origin.of(context().recordMetadata().orElseThrow()).writeTo(headers);
    context()
        .forward(
            new Record<>(
                DeadLetter.sendableKey(input.key()),
                sendable(input.value()),
                input.timestamp(),
                headers));
  }

  private static <E> @Nullable Received<E> sendable(@Nullable Received<E> value) {
    if (value == null) {
      return null;
    }
    byte[] wire = DeadLetter.sendable(value.wire());
    return wire.length == value.wire().length ? value : new Received.Undecodable<>(wire, "", "");
  }
}

package org.contactroi.topology;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Stands before a repartition of the input, for producers that partition otherwise: notes in the
 * headers where each record stood, because verdicts name it.
 */
final class Rekeying extends ContextualProcessor<byte[], Received, byte[], Received> {

  @Override
  public void process(Record<byte[], Received> input) {
    RecordHeaders headers = new RecordHeaders();
    Origin.of(context().recordMetadata().orElseThrow()).writeTo(headers);
    context().forward(input.withHeaders(headers));
  }
}

package org.contactroi.topology.stage;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's own timestamp: when the event was published. Event time stands in the event and is
 * kept by the stages; carrying it here would meet the broker's limits for new data. Never negative,
 * because Kafka Streams drops negative timestamps silently.
 */
public final class PublicationTime implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> event, long partitionTime) {
    return Math.max(0, event.timestamp());
  }
}

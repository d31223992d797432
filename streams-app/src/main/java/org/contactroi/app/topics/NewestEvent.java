package org.contactroi.app.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.record.Fields;
import org.contactroi.record.RecordReader;
import org.contactroi.wire.UndecodableException;
import org.jspecify.annotations.Nullable;

/** The event time of a tenant's newest event, by the last records of some partitions. */
final class NewestEvent {

  private static final long TAIL = 200;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_POLLS = 50;

  /** An event from further ahead of its observation is refused, so it is not the newest. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReader records;
  private final String tenant;
  private @Nullable Instant newest;

  private NewestEvent(Consumer<byte[], byte[]> consumer, RecordReader records, String tenant) {
    this.consumer = consumer;
    this.records = records;
    this.tenant = tenant;
  }

  /** Null if there is none among them. */
  static @Nullable Instant of(
      Collection<TopicPartition> partitions,
      String tenant,
      Consumer<byte[], byte[]> consumer,
      RecordReader records) {
    NewestEvent newest = new NewestEvent(consumer, records, tenant);
    if (!partitions.isEmpty()) {
      newest.read(partitions);
    }
    return newest.newest;
  }

  private void read(Collection<TopicPartition> partitions) {
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    ends.forEach(
        (partition, end) ->
            consumer.seek(
                partition, Math.max(Objects.requireNonNull(begins.get(partition)), end - TAIL)));
    for (int poll = 0; poll < MOST_POLLS && !ends.isEmpty(); poll++) {
      consumer.poll(POLL).forEach(this::take);
      ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    try {
      take(records.decode(record.topic(), record.value()));
    } catch (UndecodableException | AvroRuntimeException e) {
      // It becomes a dead letter, and has no time.
      return;
    }
  }

  private void take(IndexedRecord event) {
    Instant occurred = (Instant) Fields.get(event, "occurred_at");
    Instant observed = (Instant) Fields.get(event, "observed_at");
    boolean isCounted = !occurred.isAfter(observed.plus(AHEAD));
    if (isCounted
        && Fields.text(event, "tenant_id").equals(tenant)
        && (newest == null || occurred.isAfter(newest))) {
      newest = occurred;
    }
  }
}

package org.contactroi.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.EventTopic;

/**
 * The events that topics hold. Whatever was in flight when a process died, what is there is there
 * once, and what is not is still to be published.
 */
final class PublishedEvents {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Set<String> ids = new HashSet<>();
  private long records;

  /** Reads the topics of events up to their present ends. */
  static PublishedEvents read(ClusterSettings cluster) {
    PublishedEvents published = new PublishedEvents();
    try (Consumer<String, GenericRecord> consumer = cluster.openConsumer()) {
      List<TopicPartition> partitions =
          Arrays.stream(EventTopic.values())
              .flatMap(topic -> consumer.partitionsFor(cluster.topic(topic)).stream())
              .map(of -> new TopicPartition(of.topic(), of.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        published.poll(consumer);
      }
    }
    return published;
  }

  /** What is no event was written by somebody else. */
  private void poll(Consumer<String, GenericRecord> consumer) {
    try {
      for (ConsumerRecord<String, GenericRecord> record : consumer.poll(POLL)) {
        if (record.value() != null) {
          ids.add(id(record.key(), record.value()));
          records++;
        }
      }
    } catch (RecordDeserializationException e) {
      consumer.seek(e.topicPartition(), e.offset() + 1);
    }
  }

  /** How many different ones there are. */
  int size() {
    return ids.size();
  }

  /** How many records hold them; more if any is there twice. */
  long records() {
    return records;
  }

  /** Whether an event is there. */
  boolean contain(SpecificRecord event) {
    return ids.contains(id(EventTopic.of(event).key(event), event));
  }

  /** A retraction has the id and the revision of what it takes back. */
  private static String id(String key, IndexedRecord event) {
    return String.join(
        "/",
        key,
        String.valueOf(field(event, "event_id")),
        String.valueOf(field(event, "revision")),
        String.valueOf(field(event, "retracted")));
  }

  private static Object field(IndexedRecord event, String name) {
    return event.get(event.getSchema().getField(name).pos());
  }
}

package org.contactroi.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads compacted topics from begin to current end. */
final class CompactedTopic {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;

  /**
   * A reader of topics.
   *
   * @param consumer of committed records only, without a group
   */
  CompactedTopic(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** The last value of each key that passes and is not a tombstone. */
  Map<String, byte[]> newest(String topic, Predicate<String> wanted) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<String, byte[]> newest = new HashMap<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> consumed : consumer.poll(POLL)) {
        add(newest, consumed, wanted);
      }
    }
    return newest;
  }

  private static void add(
      Map<String, byte[]> newest,
      ConsumerRecord<byte[], byte[]> consumed,
      Predicate<String> wanted) {
    String key = new String(consumed.key(), StandardCharsets.UTF_8);
    if (!wanted.test(key)) {
      return;
    }
    if (consumed.value() == null) {
      newest.remove(key);
    } else {
      newest.put(key, consumed.value());
    }
  }
}

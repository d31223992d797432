package org.contactroi.app.topics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads compacted topics from begin to current end. */
public final class CompactedTopic {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final ReadingProgress progress;

  /**
   * A reader of topics.
   *
   * @param consumer of committed records only, without a group
   * @param progress is told how far a topic is read
   */
  public CompactedTopic(Consumer<byte[], byte[]> consumer, ReadingProgress progress) {
    this.consumer = consumer;
    this.progress = progress;
  }

  /** The last value of each key that passes and is not a tombstone. */
  public Map<String, byte[]> newest(String topic, Predicate<String> wanted) {
    Map<String, byte[]> newest = new HashMap<>();
    read(
        topic,
        wanted,
        (key, value) -> {
          if (value == null) {
            newest.remove(key);
          } else {
            newest.put(key, value);
          }
        });
    return newest;
  }

  /**
   * Reads all values of the keys that pass, those of one key in their order.
   *
   * @param sink gets key and value, which is null for a tombstone
   */
  public void read(
      String topic, Predicate<String> wanted, BiConsumer<String, byte @Nullable []> sink) {
    records(
        topic,
        consumed -> {
          String key = new String(consumed.key(), StandardCharsets.UTF_8);
          if (wanted.test(key)) {
            sink.accept(key, consumed.value());
          }
        });
  }

  /** Reads all records, those of one partition in their order. */
  public void records(
      String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long all = left(ends);
    for (long left = all; left > 0; left = left(ends)) {
      progress.show(topic, all - left, all);
      consumer.poll(POLL).forEach(sink);
    }
    progress.clear();
  }

  /** Offsets between here and the ends. */
  private long left(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
        .sum();
  }
}

package org.contactroi.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells when every event that was published has become figures, by what Kafka knows alone: the
 * pipeline's committed offsets of its inputs and of the repartition topics against their ends.
 *
 * <p>A stage notes what it reads and works on it at its next flush. So nothing may be left at two
 * looks that are further apart than the flushes and commits in between, with the same ends.
 */
public final class Drained implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int POLLS_TO_END = 40;

  /** Ends of transactions take offsets; more than so many of them are never left over. */
  private static final long MOST_MARKERS = 1_000;

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;
  private final String group;
  private final List<String> topics;
  private final Duration settled;

  /** Watches the pipeline of a configuration. */
  public Drained(AppConfig config) {
    StreamsSettings streams = config.streams();
    group = streams.applicationId();
    topics = inputs(config);
    settled = streams.flushInterval().plus(streams.commitInterval()).multipliedBy(2);
    admin = Admin.create(config.kafka().admin());
    consumer = consumer(config);
  }

  /** Topics that a pipeline reads, those between its stages among them. */
  public static List<String> inputs(AppConfig config) {
    String group = config.streams().applicationId();
    List<String> inputs =
        new ArrayList<>(
            List.of(
                config.topics().names().interactionEvents(),
                config.topics().names().agentEvents(),
                config.topics().names().customerEvents(),
                group + "-erasures-repartition",
                group + "-customer-statuses-repartition",
                group + "-customer-months-repartition",
                group + "-facts-repartition",
                group + "-agent-legs-repartition",
                group + "-agent-states-repartition",
                group + "-differences-repartition",
                group + "-agent-differences-repartition",
                group + "-day-parts-repartition"));
    if (config.streams().rekeyed()) {
      inputs.add(group + "-rekeyed-events-repartition");
    }
    return List.copyOf(inputs);
  }

  private static Consumer<byte[], byte[]> consumer(AppConfig config) {
    Map<String, Object> properties = config.kafka().consumer();
    // One record is enough to know.
    properties.put("max.poll.records", "1");
    properties.put("max.partition.fetch.bytes", "4096");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Waits; what is published meanwhile counts too.
   *
   * @param check is asked at every look and throws when there is nothing to wait for any more
   * @return {@link System#nanoTime} of the first look that found nothing left
   */
  public long await(Runnable check) throws InterruptedException {
    Optional<Look> first = Optional.empty();
    while (true) {
      check.run();
      Optional<Look> now = look();
      if (now.isEmpty() || first.isEmpty() || !now.get().ends().equals(first.get().ends())) {
        first = now;
      } else if (now.get().nanos() - first.get().nanos() >= settled.toNanos()) {
        return first.get().nanos();
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }

  private record Look(long nanos, Map<TopicPartition, Long> ends) {}

  /** Empty when something is left. */
  private Optional<Look> look() {
    long nanos = System.nanoTime();
    Map<TopicPartition, Long> ends = ends();
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> behind = new HashMap<>();
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      long from = offset == null ? 0 : offset.offset();
      if (end.getValue() - from > MOST_MARKERS) {
        return Optional.empty();
      }
      if (from < end.getValue()) {
        behind.put(end.getKey(), from);
      }
    }
    return holdsNoRecord(behind, ends) ? Optional.of(new Look(nanos, ends)) : Optional.empty();
  }

  /** Ends of what is committed; empty while a topic is missing. */
  private Map<TopicPartition, Long> ends() {
    Map<TopicPartition, OffsetSpec> latest =
        partitions().stream()
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    if (latest.isEmpty()) {
      return Map.of();
    }
    Map<TopicPartition, ListOffsetsResultInfo> offsets =
        await(
            admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
    Map<TopicPartition, Long> ends = new HashMap<>();
    offsets.forEach((partition, offset) -> ends.put(partition, offset.offset()));
    return ends;
  }

  private List<TopicPartition> partitions() {
    List<TopicPartition> partitions = new ArrayList<>();
    try {
      for (TopicDescription topic : await(admin.describeTopics(topics).allTopicNames()).values()) {
        topic
            .partitions()
            .forEach(
                partition ->
                    partitions.add(new TopicPartition(topic.name(), partition.partition())));
      }
    } catch (UnknownTopicOrPartitionException e) {
      // The pipeline makes its own topics when it starts for the first time.
      return List.of();
    }
    return partitions;
  }

  /** Whether there are only ends of transactions between the offsets and the ends. */
  private boolean holdsNoRecord(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
    if (from.isEmpty()) {
      return true;
    }
    try {
      return isReadToEnd(from, ends);
    } catch (OffsetOutOfRangeException e) {
      // The pipeline has read on and deleted what it had read.
      return false;
    }
  }

  private boolean isReadToEnd(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    for (int poll = 0; poll < POLLS_TO_END; poll++) {
      if (!consumer.poll(POLL).isEmpty()) {
        return false;
      }
      if (from.keySet().stream()
          .allMatch(
              partition ->
                  consumer.position(partition) >= Objects.requireNonNull(ends.get(partition)))) {
        return true;
      }
    }
    return false;
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }
}

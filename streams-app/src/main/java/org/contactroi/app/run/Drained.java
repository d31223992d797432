package org.contactroi.app.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.StreamsSettings;
import org.contactroi.app.topics.TopicProvisioner;

/**
 * Tells when every event that was published has become figures, by what Kafka knows alone: the
 * pipeline's committed offsets of its inputs and of the repartition topics against their ends, and
 * what its open transactions have written.
 *
 * <p>What a stage holds and has not worked on is not committed, so it is left. The work can take
 * long, and until it is committed nobody sees what it wrote, but that it wrote. Some of it is
 * handed on once a second. So over a time that is longer than a commit live and that second nothing
 * may be left, and nothing be written.
 */
public final class Drained implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

  /** Time alone says nothing on a machine that stands still. */
  private static final int LOOKS = 20;

  private static final Duration POLL = Duration.ofMillis(50);
  private static final int POLLS_TO_END = 40;

  /** For what is done once a second, several times over. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** No work takes as long, nor taking over from an instance that died. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /** Ends of transactions take offsets; more than so many of them are never left over. */
  private static final long MOST_MARKERS = 1_000;

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;
  private final String group;
  private final List<String> inputs;
  private final List<String> outputs;
  private final Duration settled;

  /** Watches the pipeline of a configuration. */
  public Drained(AppConfig config) {
    StreamsSettings streams = config.streams();
    group = streams.applicationId();
    inputs = inputs(config);
    outputs = List.of(config.topics().names().totals(), config.topics().names().roi());
    settled = streams.commitInterval().multipliedBy(2).plus(MARGIN);
    admin = Admin.create(config.kafka().admin());
    consumer = consumer(config);
  }

  /** Topics that a pipeline reads, those between its stages among them. */
  private static List<String> inputs(AppConfig config) {
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
   * @return {@link System#nanoTime} of the last look that found something left
   * @throws IllegalStateException when something is left and nothing has moved for minutes
   */
  public long await(Runnable check) throws InterruptedException {
    Observation before = look();
    long moved = before.nanos();
    long quiet = before.nanos();
    int looks = 0;
    while (true) {
      check.run();
      Observation now = look();
      boolean isStill = now.ends().equals(before.ends());
      moved = isStill ? moved : now.nanos();
      if (!isStill || now.isBusy()) {
        quiet = now.nanos();
        looks = 0;
      } else if (now.nanos() - quiet >= settled.toNanos() && looks >= LOOKS) {
        return quiet;
      }
      looks++;
      if (now.nanos() - moved >= PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "%s has something left to do and has not moved for %s".formatted(group, PATIENCE));
      }
      before = now;
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }

  /**
   * What is seen at one moment.
   *
   * @param ends of what is committed; none while a topic is missing
   */
  private record Observation(long nanos, Map<TopicPartition, Long> ends, boolean isBusy) {}

  private Observation look() {
    long nanos = System.nanoTime();
    List<TopicPartition> partitions = partitions();
    Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_COMMITTED);
    boolean isCommitted = ends.equals(ends(partitions, IsolationLevel.READ_UNCOMMITTED));
    return new Observation(nanos, ends, ends.isEmpty() || !isCommitted || isAnythingLeft(ends));
  }

  private boolean isAnythingLeft(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        TopicProvisioner.await(
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> behind = new HashMap<>();
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      long from = offset == null ? 0 : offset.offset();
      if (inputs.contains(end.getKey().topic()) && from < end.getValue()) {
        behind.put(end.getKey(), from);
        if (end.getValue() - from > MOST_MARKERS) {
          return true;
        }
      }
    }
    return !holdsNoRecord(behind, ends);
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    TopicProvisioner.await(admin.listOffsets(latest, new ListOffsetsOptions(level)).all())
        .forEach((partition, offset) -> ends.put(partition, offset.offset()));
    return ends;
  }

  /** Of inputs, outputs and everything between; none while the pipeline makes its own topics. */
  private List<TopicPartition> partitions() {
    Set<String> topics = new TreeSet<>(TopicProvisioner.await(admin.listTopics().names()));
    if (!topics.containsAll(inputs) || !topics.containsAll(outputs)) {
      return List.of();
    }
    topics.removeIf(
        topic ->
            !inputs.contains(topic) && !outputs.contains(topic) && !topic.startsWith(group + "-"));
    return TopicProvisioner.await(admin.describeTopics(topics).allTopicNames()).values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .toList();
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
}

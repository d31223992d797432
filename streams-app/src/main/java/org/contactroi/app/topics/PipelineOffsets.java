package org.contactroi.app.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Where a pipeline is on the topics that it reads, by what it has committed, and what is left. */
public final class PipelineOffsets implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final int POLLS_WITHOUT_PROGRESS = 40;

  /** Ends of transactions take offsets; more than so many of them are never left over. */
  private static final long MOST_MARKERS = 1_000;

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;
  private final PipelineTopics topics;

  /** Looks at the pipeline of a configuration. */
  public PipelineOffsets(AppConfig config) {
    topics = PipelineTopics.of(config);
    admin = Admin.create(config.kafka().admin());
    Map<String, Object> properties = config.kafka().consumer();
    // One record is enough to know.
    properties.put("max.poll.records", "1");
    properties.put("max.partition.fetch.bytes", "4096");
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** What it reads. */
  public PipelineTopics topics() {
    return topics;
  }

  /** The names of all topics there are. */
  public Collection<String> existing() {
    return TopicProvisioner.await(admin.listTopics().names());
  }

  /** How many members of the pipeline's group are running. */
  public int members() {
    return GroupMembers.running(admin, topics.group());
  }

  /** The partitions of topics that are there. */
  public List<TopicPartition> partitions(Collection<String> names) {
    return TopicProvisioner.await(admin.describeTopics(names).allTopicNames()).values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .toList();
  }

  /** Ends of partitions: of what is committed, or of all that is written. */
  public Map<TopicPartition, Long> ends(
      Collection<TopicPartition> partitions, IsolationLevel level) {
    return offsets(partitions, OffsetSpec.latest(), level);
  }

  /** The first offsets that are still there. */
  public Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
    return offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
  }

  /** What the pipeline has committed, of partitions where it has. */
  public Map<TopicPartition, Long> committed() {
    Map<TopicPartition, Long> committed = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> all =
        TopicProvisioner.await(
            admin.listConsumerGroupOffsets(topics.group()).partitionsToOffsetAndMetadata());
    all.forEach(
        (partition, offset) -> {
          if (offset != null) {
            committed.put(partition, offset.offset());
          }
        });
    return committed;
  }

  /** Whether anything before some ends is left to read. */
  public boolean isAnythingLeft(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> from = behind(committed(), ends);
    return from.entrySet().stream().anyMatch(start -> isMany(start, ends))
        || !count(from, ends, 1).isEmpty();
  }

  /**
   * How many records before some ends are left to read, where there are any: few are counted, many
   * are as many as there are offsets.
   *
   * @param committed by partition
   */
  public Map<TopicPartition, Long> left(
      Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> from = behind(committed, ends);
    Map<TopicPartition, Long> few = new HashMap<>();
    Map<TopicPartition, Long> left = new HashMap<>();
    for (Map.Entry<TopicPartition, Long> start : from.entrySet()) {
      if (isMany(start, ends)) {
        left.put(start.getKey(), distance(start, ends));
      } else {
        few.put(start.getKey(), start.getValue());
      }
    }
    left.putAll(count(few, ends, Long.MAX_VALUE));
    return left;
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }

  /** Where to read on, of partitions that are read and not at their ends. */
  private Map<TopicPartition, Long> behind(
      Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> begins = begins(ends.keySet());
    Map<TopicPartition, Long> behind = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          long begin = begins.getOrDefault(partition, 0L);
          long from = Math.max(begin, committed.getOrDefault(partition, 0L));
          if (topics.holds(partition.topic()) && from < end) {
            behind.put(partition, from);
          }
        });
    return behind;
  }

  private static boolean isMany(
      Map.Entry<TopicPartition, Long> start, Map<TopicPartition, Long> ends) {
    return distance(start, ends) > MOST_MARKERS;
  }

  private static long distance(
      Map.Entry<TopicPartition, Long> start, Map<TopicPartition, Long> ends) {
    return Objects.requireNonNull(ends.get(start.getKey())) - start.getValue();
  }

  private Map<TopicPartition, Long> offsets(
      Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel level) {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    TopicProvisioner.await(admin.listOffsets(asked, new ListOffsetsOptions(level)).all())
        .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
    return offsets;
  }

  /** Records between offsets, where there are any; there may be only ends of transactions. */
  private Map<TopicPartition, Long> count(
      Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends, long most) {
    if (from.isEmpty()) {
      return Map.of();
    }
    Map<TopicPartition, Long> read = new HashMap<>();
    try {
      if (isRead(from, ends, most, read)) {
        return read;
      }
    } catch (OffsetOutOfRangeException e) {
      // The pipeline has read on and deleted what it had read.
      read.clear();
    }
    from.entrySet().forEach(start -> read.put(start.getKey(), distance(start, ends)));
    return read;
  }

  /** Whether all is read, or as much as is wanted, before the cluster hands out no more. */
  private boolean isRead(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> ends,
      long most,
      Map<TopicPartition, Long> read) {
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    int idle = 0;
    while (idle < POLLS_WITHOUT_PROGRESS) {
      long before = position();
      consumer
          .poll(POLL)
          .forEach(
              record ->
                  read.merge(
                      new TopicPartition(record.topic(), record.partition()), 1L, Long::sum));
      if (isAtEnd(ends) || read.values().stream().mapToLong(Long::longValue).sum() >= most) {
        return true;
      }
      idle = position() == before ? idle + 1 : 0;
    }
    return false;
  }

  private boolean isAtEnd(Map<TopicPartition, Long> ends) {
    return consumer.assignment().stream()
        .allMatch(
            partition ->
                consumer.position(partition) >= Objects.requireNonNull(ends.get(partition)));
  }

  private long position() {
    return consumer.assignment().stream().mapToLong(consumer::position).sum();
  }
}

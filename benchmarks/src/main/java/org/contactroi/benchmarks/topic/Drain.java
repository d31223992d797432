package org.contactroi.benchmarks.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells when a program of Kafka Streams has nothing left to do, by what the broker knows alone: the
 * offsets its group has committed against the ends of what it reads, its repartition topics among
 * them, and what its open transactions have written.
 *
 * <p>It is drained when for a settling time everything it reads is read and committed, and nothing
 * is written: not to its changelogs and not to its outputs.
 */
public final class Drain implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

  /** For what a program does once a second, and for a flush between two commits. */
  private static final Duration SETTLED = Duration.ofSeconds(8);

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int POLLS_TO_END = 40;

  /** Ends of transactions take offsets; more than so many of them are never left over. */
  private static final long MOST_MARKERS = 1_000;

  private final Cluster cluster;
  private final Watched watched;
  private final Consumer<byte[], byte[]> consumer;

  /**
   * What is watched.
   *
   * @param group the application's id, with which names of its internal topics begin
   * @param inputs topics it reads, without those it makes for itself
   * @param outputs topics it writes, likewise
   */
  public record Watched(String group, Set<String> inputs, Set<String> outputs) {

    public Watched {
      inputs = Set.copyOf(inputs);
      outputs = Set.copyOf(outputs);
    }

    /** Topics that it has to have read. */
    boolean isRead(String topic) {
      return inputs.contains(topic) || (isOwn(topic) && topic.endsWith("-repartition"));
    }

    /** Whether it is one of its internal topics. */
    public boolean isOwn(String topic) {
      return topic.startsWith(group + "-");
    }
  }

  /** Watches one program. */
  public Drain(Cluster cluster, Watched watched) {
    this.cluster = cluster;
    this.watched = watched;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", cluster.bootstrap(),
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "auto.offset.reset", "none",
                "max.poll.records", "1",
                "max.partition.fetch.bytes", "4096"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /**
   * Waits until nothing is left.
   *
   * @param sample is taken before every look, and throws when there is nothing to wait for any more
   * @return the sample of the last look that found something left
   * @throws IllegalStateException when something is left and nothing has moved for minutes
   */
  public <T> T await(Supplier<T> sample) throws InterruptedException {
    T last = sample.get();
    long quiet = System.nanoTime();
    long moved = quiet;
    Look before = look();
    while (System.nanoTime() - quiet < SETTLED.toNanos()) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      T taken = sample.get();
      long now = System.nanoTime();
      Look look = look();
      boolean isStill = look.equals(before);
      moved = isStill ? moved : now;
      if (!isStill || look.isBusy()) {
        last = taken;
        quiet = now;
      }
      requireMovedSince(moved);
      before = look;
    }
    return last;
  }

  private void requireMovedSince(long moved) {
    if (System.nanoTime() - moved > PATIENCE.toNanos()) {
      throw new IllegalStateException(
          "%s has something left to do and has not moved for %s"
              .formatted(watched.group(), PATIENCE));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private record Look(Map<TopicPartition, Long> ends, boolean isBusy) {}

  private Look look() {
    Set<String> topics =
        new TreeSet<>(cluster.names(name -> watched.isOwn(name) || watched.isRead(name)));
    topics.addAll(watched.outputs());
    Collection<TopicPartition> partitions = cluster.partitions(topics);
    Map<TopicPartition, Long> ends = cluster.ends(partitions, IsolationLevel.READ_COMMITTED);
    boolean isCommitted = ends.equals(cluster.ends(partitions, IsolationLevel.READ_UNCOMMITTED));
    return new Look(ends, !isCommitted || isAnythingLeft(ends));
  }

  private boolean isAnythingLeft(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> committed = cluster.committed(watched.group());
    Map<TopicPartition, Long> behind = new HashMap<>();
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      long from = committed.getOrDefault(end.getKey(), 0L);
      if (watched.isRead(end.getKey().topic()) && from < end.getValue()) {
        behind.put(end.getKey(), from);
        if (end.getValue() - from > MOST_MARKERS) {
          return true;
        }
      }
    }
    return !holdsNoRecord(behind, ends);
  }

  /** Whether there are only ends of transactions between the offsets and the ends. */
  private boolean holdsNoRecord(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
    if (from.isEmpty()) {
      return true;
    }
    try {
      return isReadToEnd(from, ends);
    } catch (OffsetOutOfRangeException e) {
      // The program has read on and deleted what it had read.
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

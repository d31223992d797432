package org.contactroi.app.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.StreamsSettings;
import org.contactroi.app.topics.PipelineOffsets;

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

  /** For what is done once a second, several times over. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** No work takes as long, nor taking over from an instance that died. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final PipelineOffsets offsets;
  private final List<String> outputs;
  private final Duration settled;
  private final Map<TopicPartition, Long> cut;

  /** Watches the pipeline of a configuration. */
  public Drained(AppConfig config) {
    this(config, Map.of());
  }

  /**
   * Watches a pipeline that reads no further than a cut.
   *
   * @param cut first offsets that are not read; none of partitions that are read to their ends
   */
  public Drained(AppConfig config, Map<TopicPartition, Long> cut) {
    this.cut = Map.copyOf(cut);
    StreamsSettings streams = config.streams();
    outputs = List.of(config.topics().names().totals(), config.topics().names().roi());
    settled = streams.commitInterval().multipliedBy(2).plus(MARGIN);
    offsets = new PipelineOffsets(config);
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
            "%s has something left to do and has not moved for %s"
                .formatted(offsets.topics().group(), PATIENCE));
      }
      before = now;
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  @Override
  public void close() {
    offsets.close();
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
    return new Observation(
        nanos, ends, ends.isEmpty() || !isCommitted || offsets.isAnythingLeft(ends));
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level) {
    Map<TopicPartition, Long> ends = new HashMap<>(offsets.ends(partitions, level));
    ends.replaceAll((partition, end) -> Math.min(end, cut.getOrDefault(partition, end)));
    return ends;
  }

  /** Of inputs, outputs and everything between; none while the pipeline makes its own topics. */
  private List<TopicPartition> partitions() {
    Set<String> topics = new TreeSet<>(offsets.existing());
    if (!topics.containsAll(offsets.topics().all()) || !topics.containsAll(outputs)) {
      return List.of();
    }
    topics.removeIf(topic -> !isWatched(topic));
    return offsets.partitions(topics);
  }

  private boolean isWatched(String topic) {
    return offsets.topics().holds(topic)
        || outputs.contains(topic)
        || topic.startsWith(offsets.topics().group() + "-");
  }
}

package org.contactroi.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PipelineOffsets;
import org.contactroi.topic.Topics;

/**
 * Whether all that was published has become figures. Some of it is handed on once a second, so over
 * a time that is longer nothing may be left, and nothing be written.
 */
final class Computed implements AutoCloseable {

  private static final Duration QUIET = Duration.ofMillis(1_200);

  private final PipelineOffsets offsets;
  private final List<String> outputs;
  private Map<TopicPartition, Long> before = Map.of();
  private long quietSince = System.nanoTime();

  Computed(AppConfig config) {
    offsets = new PipelineOffsets(config);
    Topics names = config.topics().names();
    outputs = List.of(names.totals(), names.roi());
  }

  /** Looks once; to be asked several times a second. */
  boolean isAll() {
    List<String> topics = new ArrayList<>(offsets.topics().all());
    topics.addAll(outputs);
    topics.retainAll(offsets.existing());
    List<TopicPartition> partitions = offsets.partitions(topics);
    Map<TopicPartition, Long> ends = offsets.ends(partitions, IsolationLevel.READ_COMMITTED);
    long now = System.nanoTime();
    boolean isQuiet =
        ends.equals(before)
            && ends.equals(offsets.ends(partitions, IsolationLevel.READ_UNCOMMITTED))
            && !offsets.isAnythingLeft(ends);
    quietSince = isQuiet ? quietSince : now;
    before = ends;
    return isQuiet && now - quietSince >= QUIET.toNanos();
  }

  @Override
  public void close() {
    offsets.close();
  }
}

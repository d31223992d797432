package org.contactroi.app.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PipelineOffsets;

/**
 * Finds where a replay ends: at what is there now and the live run has worked on. What it has
 * refused of that is in its topics then, and nothing more comes to it.
 */
final class CutTaking implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** A run that keeps up is never further behind. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final PipelineOffsets live;
  private final boolean waits;
  private final LongConsumer waiting;

  /**
   * A cut of the events that a configuration's run reads.
   *
   * @param waits whether a run that is behind is waited for as long as it takes
   * @param waiting is told how many events it has left
   */
  CutTaking(AppConfig config, boolean waits, LongConsumer waiting) {
    this.live = new PipelineOffsets(config);
    this.waits = waits;
    this.waiting = waiting;
  }

  /**
   * Takes it.
   *
   * @throws IllegalStateException when the live run is behind and is not waited for, or has never
   *     run
   */
  Cut take() throws InterruptedException {
    List<TopicPartition> events = live.partitions(live.topics().events());
    Map<TopicPartition, Long> ends = live.ends(events, IsolationLevel.READ_COMMITTED);
    if (live.members() == 0) {
      ends = stopped(ends);
    } else {
      awaitWorked(ends);
    }
    awaitWorked(live.ends(rekeyed(), IsolationLevel.READ_COMMITTED));
    return Cut.of(live.begins(events), ends);
  }

  /**
   * Waits until the run has worked on all that is published when it is called.
   *
   * @throws IllegalStateException when it is behind and is not waited for
   */
  void awaitAll() throws InterruptedException {
    List<TopicPartition> events = live.partitions(live.topics().events());
    awaitWorked(live.ends(events, IsolationLevel.READ_COMMITTED));
  }

  /** What a run that does not run has worked on. */
  private Map<TopicPartition, Long> stopped(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> committed = live.committed();
    if (ends.keySet().stream().noneMatch(committed::containsKey)) {
      throw new IllegalStateException(
          "no pipeline with the application.id '%s' has read the events, so there is nothing to replay; --properties names the configuration of 'run'"
              .formatted(live.topics().group()));
    }
    Map<TopicPartition, Long> worked = new HashMap<>();
    ends.forEach(
        (partition, end) ->
            worked.put(partition, Math.min(end, committed.getOrDefault(partition, 0L))));
    return worked;
  }

  /** Where events that are partitioned anew wait between being read and being judged. */
  private List<TopicPartition> rekeyed() {
    Collection<String> existing = live.existing();
    return live.partitions(
        live.topics().between().stream()
            .filter(topic -> topic.endsWith("-rekeyed-events-repartition"))
            .filter(existing::contains)
            .toList());
  }

  private void awaitWorked(Map<TopicPartition, Long> ends) throws InterruptedException {
    long last = System.nanoTime() + GRACE.toNanos();
    while (true) {
      long left =
          live.left(live.committed(), ends).values().stream().mapToLong(Long::longValue).sum();
      if (left == 0) {
        return;
      }
      if (!waits && System.nanoTime() > last) {
        throw new IllegalStateException(
            "%s has %d events left to work on, and what it makes of them is not known before that; --wait waits for it"
                .formatted(live.topics().group(), left));
      }
      waiting.accept(left);
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  @Override
  public void close() {
    live.close();
  }
}

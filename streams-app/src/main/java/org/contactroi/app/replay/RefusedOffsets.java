package org.contactroi.app.replay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.topic.Topics;
import org.contactroi.topology.intake.Origin;

/** Where the records stand that a run has refused: its rejects and dead letters. */
final class RefusedOffsets {

  private static final long[] NONE = {};

  private final Map<TopicPartition, long[]> offsets = new HashMap<>();

  /**
   * Offsets in any order, any number of times.
   *
   * @param ends first offsets that do not matter
   */
  RefusedOffsets(Map<TopicPartition, Set<Long>> refused, Map<TopicPartition, Long> ends) {
    refused.forEach(
        (partition, all) ->
            offsets.put(
                partition,
                all.stream()
                    .mapToLong(Long::longValue)
                    .filter(offset -> offset < ends.getOrDefault(partition, 0L))
                    .sorted()
                    .toArray()));
  }

  /**
   * Reads those of the run of a configuration, up to a cut.
   *
   * @throws IllegalStateException if a topic is missing
   */
  static RefusedOffsets read(AppConfig config, Cut cut, ReadingProgress progress) {
    Topics names = config.topics().names();
    RequiredTopics.check(config, List.of(names.rejects(), names.deadLetters()));
    Map<TopicPartition, Set<Long>> refused = new HashMap<>();
    try (PublishedTopics topics = PublishedTopics.open(config, progress)) {
      topics.records(
          names.rejects(),
          consumed -> {
            RejectedEvent reject =
                (RejectedEvent) topics.decode(consumed.topic(), consumed.value());
            note(new Origin(reject.getTopic(), reject.getPartition(), reject.getOffset()), refused);
          });
      topics.records(names.deadLetters(), consumed -> note(Origin.of(consumed.headers()), refused));
    }
    return new RefusedOffsets(refused, cut.ends());
  }

  private static void note(Origin from, Map<TopicPartition, Set<Long>> refused) {
    refused
        .computeIfAbsent(
            new TopicPartition(from.topic(), from.partition()), partition -> new TreeSet<>())
        .add(from.offset());
  }

  /** Those of a partition, ascending. */
  long[] of(TopicPartition partition) {
    return Arrays.copyOf(
        offsets.getOrDefault(partition, NONE), offsets.getOrDefault(partition, NONE).length);
  }

  /** How many there are. */
  long number() {
    return offsets.values().stream().mapToLong(each -> each.length).sum();
  }
}

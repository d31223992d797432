package org.contactroi.app.replay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.outputs.RunRecord;
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
   * Reads those of a run, up to a cut. Where it is a replay, those before its own cut are of the
   * run whose verdicts it honours, and so on.
   *
   * @param of the replay; empty for the run that is none
   * @throws IllegalStateException if a topic is missing
   */
  static RefusedOffsets read(KnownRuns runs, Optional<RunRecord> of, Cut cut) {
    Map<TopicPartition, Set<Long>> refused = new HashMap<>();
    collect(runs, of, cut.ends(), refused);
    return new RefusedOffsets(refused, cut.ends());
  }

  private static void collect(
      KnownRuns runs,
      Optional<RunRecord> of,
      Map<TopicPartition, Long> ends,
      Map<TopicPartition, Set<Long>> refused) {
    AppConfig config = runs.config(of.map(RunRecord::getName).orElse(ReplayName.LIVE));
    own(config)
        .forEach(
            (partition, offsets) -> {
              offsets.removeIf(offset -> offset >= ends.getOrDefault(partition, 0L));
              refused.computeIfAbsent(partition, added -> new TreeSet<>()).addAll(offsets);
            });
    of.ifPresent(run -> collect(runs, runs.before(run), new Cut(run.getCut()).ends(), refused));
  }

  private static Map<TopicPartition, Set<Long>> own(AppConfig config) {
    Topics names = config.topics().names();
    RequiredTopics.check(config, List.of(names.rejects(), names.deadLetters()));
    Map<TopicPartition, Set<Long>> refused = new HashMap<>();
    try (PublishedTopics topics = PublishedTopics.open(config, ReadingProgress.SILENT)) {
      topics.records(
          names.rejects(),
          consumed -> {
            RejectedEvent reject =
                (RejectedEvent) topics.decode(consumed.topic(), consumed.value());
            note(new Origin(reject.getTopic(), reject.getPartition(), reject.getOffset()), refused);
          });
      topics.records(names.deadLetters(), consumed -> note(Origin.of(consumed.headers()), refused));
    }
    return refused;
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

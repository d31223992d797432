package org.contactroi.app.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.outputs.RunCut;

/**
 * Where the reading of a replay begins and ends.
 *
 * @param parts by topic and partition
 */
record Cut(List<RunCut> parts) {

  private static final Comparator<RunCut> ORDER =
      Comparator.comparing(RunCut::getTopic).thenComparing(RunCut::getPartition);

  Cut {
    parts = parts.stream().sorted(ORDER).toList();
  }

  /** From first offsets to those that are not read any more. */
  static Cut of(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
    return new Cut(
        ends.entrySet().stream()
            .map(
                end ->
                    new RunCut(
                        end.getKey().topic(),
                        end.getKey().partition(),
                        begins.getOrDefault(end.getKey(), 0L),
                        end.getValue()))
            .toList());
  }

  /** First offsets that are not read. */
  Map<TopicPartition, Long> ends() {
    Map<TopicPartition, Long> ends = new HashMap<>();
    parts.forEach(part -> ends.put(partition(part), part.getEnd()));
    return ends;
  }

  /** Offsets that are read. */
  long events() {
    return parts.stream().mapToLong(part -> Math.max(0, part.getEnd() - part.getBegin())).sum();
  }

  /** Offsets of them that lie before committed ones. */
  long events(Map<TopicPartition, Long> committed) {
    return parts.stream()
        .mapToLong(
            part -> {
              long until =
                  Math.min(part.getEnd(), committed.getOrDefault(partition(part), part.getBegin()));
              return Math.max(0, until - part.getBegin());
            })
        .sum();
  }

  private static TopicPartition partition(RunCut part) {
    return new TopicPartition(part.getTopic(), part.getPartition());
  }
}

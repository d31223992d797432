package org.contactroi.app.topics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.contactroi.app.config.AppConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline had not read of its topics at one moment, at least: what it reads meanwhile is
 * counted, what it has read and not committed as well.
 *
 * @param topics that it reads
 * @param left records that are left, of partitions where there are any
 * @param whyUnknown why it cannot be told; null if it can
 */
public record Unread(
    PipelineTopics topics, Map<TopicPartition, Long> left, @Nullable String whyUnknown) {

  public Unread {
    left = Map.copyOf(left);
  }

  /** Looks at the pipeline of a configuration. */
  public static Unread of(AppConfig config) {
    try (PipelineOffsets offsets = new PipelineOffsets(config)) {
      return of(offsets);
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof ExecutionException failed
          && failed.getCause() instanceof AuthorizationException refused) {
        return new Unread(
            PipelineTopics.of(config), Map.of(), String.valueOf(refused.getMessage()));
      }
      throw e;
    }
  }

  private static Unread of(PipelineOffsets offsets) {
    PipelineTopics topics = offsets.topics();
    // Before the ends: a record that moves on meanwhile is seen on one of its topics.
    Map<TopicPartition, Long> committed = offsets.committed();
    Collection<String> existing = offsets.existing();
    List<TopicPartition> partitions =
        offsets.partitions(topics.all().stream().filter(existing::contains).toList());
    Map<TopicPartition, Long> left =
        offsets.left(committed, offsets.ends(partitions, IsolationLevel.READ_COMMITTED));
    boolean hasRead =
        committed.keySet().stream().map(TopicPartition::topic).anyMatch(topics.events()::contains);
    return new Unread(topics, left, hasRead || left.isEmpty() ? null : whoIsUnknown(topics));
  }

  private static String whoIsUnknown(PipelineTopics topics) {
    return "no pipeline with the application.id '%s' has read them; --properties names the configuration of 'run'"
        .formatted(topics.group());
  }

  /** Whether nothing is left, which is known. */
  boolean isNothing() {
    return left.isEmpty() && whyUnknown == null;
  }

  /** Events that are left, by topic. */
  SortedMap<String, Long> events() {
    SortedMap<String, Long> events = new TreeMap<>();
    eventPartitions()
        .forEach(
            partition ->
                events.merge(partition.topic(), left.getOrDefault(partition, 0L), Long::sum));
    return events;
  }

  /** Records that are left between the stages. */
  long between() {
    return left.entrySet().stream()
        .filter(each -> topics.between().contains(each.getKey().topic()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Partitions of events with any left. */
  List<TopicPartition> eventPartitions() {
    return left.keySet().stream()
        .filter(partition -> topics.events().contains(partition.topic()))
        .toList();
  }
}

package org.contactroi.app.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.contactroi.app.config.TopicSettings;
import org.contactroi.kpi.family.Families;
import org.contactroi.topic.Topics;

/**
 * A topic as it should be.
 *
 * @param configuration what is set beyond the broker's defaults
 */
public record TopicSpec(
    String name, int partitions, short replicationFactor, Map<String, String> configuration) {

  private static final short REPLICAS_FOR_QUORUM = 3;

  private static final Map<String, String> HISTORY =
      Map.of("cleanup.policy", "delete", "retention.ms", "-1");

  /** Stamped by the broker: what is refused may carry any time. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "cleanup.policy", "delete",
          "retention.ms", "-1",
          "message.timestamp.type", "LogAppendTime");

  /**
   * The active segment is never compacted, so a day ends it; tombstones stay for a week, so that a
   * reader may be away that long.
   */
  private static final Map<String, String> COMPACT =
      Map.of(
          "cleanup.policy", "compact",
          "segment.ms", "86400000",
          "min.cleanable.dirty.ratio", "0.3",
          "delete.retention.ms", "604800000",
          "max.message.bytes", String.valueOf(TopicSettings.LARGEST_RECORD_BYTES));

  public TopicSpec {
    configuration = Map.copyOf(configuration);
  }

  /** Every topic, in a fixed order. */
  public static List<TopicSpec> all(TopicSettings topics) {
    Topics names = topics.names();
    Stream<TopicSpec> inputs =
        Stream.of(names.interactionEvents(), names.agentEvents(), names.customerEvents())
            .map(name -> of(name, topics, HISTORY));
    Stream<TopicSpec> reference = Stream.of(runs(topics), of(names.reference(), topics, COMPACT));
    return Stream.concat(Stream.concat(inputs, reference), outputs(topics).stream()).toList();
  }

  /** The topic of replays. */
  public static TopicSpec runs(TopicSettings topics) {
    return of(topics.names().runs(), topics, COMPACT);
  }

  /** The topics the pipeline writes. */
  public static List<TopicSpec> outputs(TopicSettings topics) {
    Topics names = topics.names();
    Stream<TopicSpec> compacted =
        Stream.concat(
                Stream.of(names.interactions(), names.episodes(), names.totals()),
                Stream.concat(
                    Families.all().stream().map(names::kpi),
                    Stream.of(names.roi(), names.live(), names.watermarks())))
            .map(name -> of(name, topics, COMPACT));
    Stream<TopicSpec> refused =
        Stream.of(names.rejects(), names.deadLetters()).map(name -> of(name, topics, REFUSED));
    return Stream.concat(compacted, refused).toList();
  }

  NewTopic newTopic() {
    return new NewTopic(name, partitions, replicationFactor).configs(configuration);
  }

  private static TopicSpec of(
      String name, TopicSettings topics, Map<String, String> configuration) {
    Map<String, String> all = new HashMap<>(configuration);
    if (topics.replicationFactor() >= REPLICAS_FOR_QUORUM) {
      all.put("min.insync.replicas", "2");
    }
    return new TopicSpec(name, topics.partitions(), topics.replicationFactor(), all);
  }
}

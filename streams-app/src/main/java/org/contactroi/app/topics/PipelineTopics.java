package org.contactroi.app.topics;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.app.config.AppConfig;
import org.contactroi.topic.Topics;

/**
 * The topics that a pipeline reads.
 *
 * @param group its application id, which is its consumer group
 * @param events those that producers write
 * @param between those between its stages
 */
public record PipelineTopics(String group, List<String> events, List<String> between) {

  private static final String REPARTITION = "-repartition";

  public PipelineTopics {
    events = List.copyOf(events);
    between = List.copyOf(between);
  }

  /** Those of the pipeline of a configuration. */
  public static PipelineTopics of(AppConfig config) {
    Topics names = config.topics().names();
    String group = config.streams().applicationId();
    List<String> stages =
        new ArrayList<>(
            List.of(
                "erasures",
                "customer-statuses",
                "customer-months",
                "facts",
                "continuations",
                "agent-legs",
                "agent-states",
                "differences",
                "agent-differences",
                "open-work",
                "day-parts"));
    if (config.streams().rekeyed()) {
      stages.add("rekeyed-events");
    }
    return new PipelineTopics(
        group,
        List.of(names.interactionEvents(), names.agentEvents(), names.customerEvents()),
        stages.stream().map(stage -> group + "-" + stage + REPARTITION).toList());
  }

  /** Whether it reads a topic. */
  public boolean holds(String topic) {
    return events.contains(topic) || between.contains(topic);
  }

  /** All of them. */
  public List<String> all() {
    List<String> all = new ArrayList<>(events);
    all.addAll(between);
    return all;
  }
}

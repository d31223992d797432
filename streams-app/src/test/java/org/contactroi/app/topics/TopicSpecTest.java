package org.contactroi.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.junit.jupiter.api.Test;

class TopicSpecTest {

  @Test
  void everyTopicIsThereOnce() {
    List<String> names =
        TopicSpec.all(AppConfig.of(Map.of("topic.prefix", "")).topics()).stream()
            .map(TopicSpec::name)
            .toList();

    assertThat(names)
        .containsExactly(
            "interaction-events",
            "agent-events",
            "customer-events",
            "reference",
            "interactions",
            "episodes",
            "totals",
            "kpi.handle-time",
            "kpi.service-level",
            "kpi.containment",
            "kpi.first-contact-resolution",
            "kpi.volume",
            "kpi.saving",
            "kpi.cost",
            "kpi.experience",
            "kpi.sales",
            "kpi.occupancy",
            "roi",
            "watermarks",
            "rejects",
            "dead-letters");
  }

  @Test
  void historyIsKeptForEverAndWhatIsRefusedIsStampedByTheBroker() {
    assertThat(spec("interaction-events", "1").configuration())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1");
    assertThat(spec("rejects", "1").configuration())
        .containsEntry("retention.ms", "-1")
        .containsEntry("message.timestamp.type", "LogAppendTime");
    assertThat(spec("totals", "1").configuration())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("max.message.bytes", "8388608");
  }

  @Test
  void quorumIsAskedForFromThreeReplicasOn() {
    assertThat(spec("totals", "2").configuration()).doesNotContainKey("min.insync.replicas");
    assertThat(spec("totals", "3").configuration()).containsEntry("min.insync.replicas", "2");
  }

  private static TopicSpec spec(String name, String replicas) {
    AppConfig config =
        AppConfig.of(Map.of("topic.prefix", "", "topic.replication.factor", replicas));
    return TopicSpec.all(config.topics()).stream()
        .filter(spec -> spec.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

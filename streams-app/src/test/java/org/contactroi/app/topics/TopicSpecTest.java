package org.contactroi.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.wire.Contracts;
import org.contactroi.wire.Contracts.Contract;
import org.junit.jupiter.api.Test;

class TopicSpecTest {

  @Test
  void everyTopicIsThereOnce() {
    List<String> names =
        TopicSpec.all(AppConfig.of(Map.of("topic.prefix", "")).topics()).stream()
            .map(TopicSpec::name)
            .toList();

    List<String> expected =
        new ArrayList<>(Contracts.all().stream().map(Contract::topicSuffix).toList());
    expected.add("dead-letters");
    assertThat(names).isEqualTo(expected).contains("kpi.handle-time", "roi");
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

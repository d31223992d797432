package org.contactroi.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pipeline reads, as it is listed for those who look from outside. */
class PipelineTopicsTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theTopicsBetweenStagesAreThoseOfTheTopology(boolean rekeyed) {
    AppConfig config = AppConfig.of(Map.of("input.rekey", Boolean.toString(rekeyed)));

    assertThat(PipelineTopics.of(config).between())
        .containsExactlyInAnyOrderElementsOf(between(config));
  }

  private static Set<String> between(AppConfig config) {
    Set<String> between = new TreeSet<>();
    for (TopologyDescription.Subtopology part :
        Pipeline.topology(config).describe().subtopologies()) {
      for (TopologyDescription.Node node : part.nodes()) {
        if (node instanceof TopologyDescription.Source source) {
          source.topicSet().stream()
              .filter(topic -> topic.endsWith("-repartition"))
              .forEach(topic -> between.add(config.streams().applicationId() + "-" + topic));
        }
      }
    }
    return between;
  }
}

package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two producers that hash keys differently put the events of one interaction on two partitions. */
@ExtendWith(SharedStack.class)
class AnotherPartitionerTest {

  private static final int INTERACTIONS = 20;

  @Test
  void whatIsTornApartIsCountedAndMadeWholeByPartitioningAnew(LocalStack stack) throws Exception {
    TestPipelines pipelines = new TestPipelines(stack);

    assertThat(played(pipelines.prepared("torn", Map.of())))
        .containsEntry("interactions", 2L * INTERACTIONS)
        .containsEntry("misplaced", (long) INTERACTIONS);
    assertThat(played(pipelines.prepared("whole", Map.of("input.rekey", "true"))))
        .containsEntry("interactions", (long) INTERACTIONS)
        .containsEntry("misplaced", (long) INTERACTIONS);
  }

  /** Each interaction has one event on each of the two partitions. */
  private static Map<String, Long> played(AppConfig config) throws Exception {
    try (Events events = new Events(config)) {
      for (int i = 0; i < INTERACTIONS; i++) {
        InteractionEvent started = Events.started("acme", "i" + i);
        events.sendTo(0, InteractionEvent.newBuilder(started).setEventId("again").build());
        events.sendTo(1, started);
      }
    }
    Map<String, Long> counted = new HashMap<>();
    try (Pipeline pipeline = TestPipelines.running(config)) {
      Outputs outputs = new Outputs(config);
      outputs.awaitDrained();
      counted.put("misplaced", misplaced(pipeline));
      counted.put("interactions", interactions(outputs));
    }
    return counted;
  }

  private static long interactions(Outputs outputs) {
    return outputs.daysOfAll(Volume.FAMILY).get(Volume.INBOUND);
  }

  private static long misplaced(Pipeline pipeline) {
    return pipeline.streams().metrics().entrySet().stream()
        .filter(metric -> isMisplacedTotal(metric.getKey()))
        .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
        .sum();
  }

  private static boolean isMisplacedTotal(MetricName name) {
    return name.name().equals("misplaced-events-total");
  }
}

package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The usage of a day by key is one record, larger than brokers take unless told to. */
@ExtendWith(SharedStack.class)
class LargeWindowTest {

  private static final int INTERACTIONS = 75;

  /** As many as are counted by name in one interaction, but for some of its own. */
  private static final int MODELS = 60;

  private static final String NAME = "model-".repeat(40);

  @Test
  void aDayOfManyModelsIsCountedByModel(LocalStack stack) throws Exception {
    AppConfig config = new TestPipelines(stack).prepared("large", Map.of());
    try (Events events = new Events(config)) {
      for (int i = 0; i < INTERACTIONS; i++) {
        for (int j = 0; j < MODELS; j++) {
          events.send("i" + i, usage("i" + i, NAME + i + "-" + j));
        }
        events.interaction("i" + i);
      }
    }

    Outputs outputs = new Outputs(config);
    try (Pipeline pipeline = TestPipelines.running(config)) {
      outputs.awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
    }

    Totals day = outputs.daysOfAll(Cost.FAMILY);
    assertThat(day.breakdown(Cost.USAGE).lines())
        .filteredOn(line -> line.key().get(1).startsWith(NAME))
        .hasSize(INTERACTIONS * MODELS)
        .allMatch(line -> line.quantity(0) == 7);
  }

  private static InteractionEvent usage(String interaction, String model) {
    return InteractionEvent.newBuilder(Events.event(Events.TENANT, interaction))
        .setEventId(model)
        .setPayload(AiUsageRecorded.newBuilder().setResource(model).setInputTokens(7).build())
        .build();
  }
}

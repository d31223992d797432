package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.Test;

class RegistryOutageTest {

  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
  private static final Duration OUTAGE = Duration.ofSeconds(5);
  private static final int INTERACTIONS = 50;

  @Test
  void anOutageOfTheRegistryDelaysEventsAndLosesNone() throws Exception {
    try (LocalStack stack = LocalStack.open(StackSettings.temporary(), NOWHERE)) {
      stack.start();
      AppConfig config = new TestPipelines(stack).prepared("outage", Map.of());
      Outputs outputs = new Outputs(config);
      try (Events events = new Events(config)) {
        for (int i = 0; i < INTERACTIONS; i++) {
          events.interaction("i" + i);
        }
      }
      stack.registry().kill();

      try (Pipeline pipeline = new Pipeline(config)) {
        pipeline.start();
        await("nothing is published while the registry is away")
            .pollDelay(OUTAGE)
            .atMost(OUTAGE.multipliedBy(4))
            .until(() -> outputs.records(config.topics().names().totals()).isEmpty());
        stack.registry().start();
        outputs.awaitDrained();

        assertThat(inbound(outputs)).isEqualTo(INTERACTIONS);
        assertThat(outputs.records(config.topics().names().deadLetters())).isEmpty();
        assertThat(outputs.records(config.topics().names().rejects())).isEmpty();
      }
    }
  }

  private static long inbound(Outputs outputs) {
    return outputs.daysOfAll(Volume.FAMILY).get(Volume.INBOUND);
  }
}

package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.simulator.synthetic.SimulateCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

@ExtendWith(SharedStack.class)
class KilledPipelineTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int EVENTS = 30_000;

  /** The group notices the death of a member, and the broker that of a transaction, soon. */
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "kafka.consumer.session.timeout.ms", "6000",
          "kafka.consumer.heartbeat.interval.ms", "1000",
          "kafka.producer.transaction.timeout.ms", "10000",
          "backlog.commit.interval.ms", "200",
          "batch.events", "300");

  @Test
  void aPipelineKilledInTheMiddleCountsEveryEventOnceAllTheSame(LocalStack stack) throws Exception {
    TestPipelines pipelines = new TestPipelines(stack);
    Outputs killed = new Outputs(pipelines.prepared("killed", IMPATIENT));
    Outputs unharmed = new Outputs(pipelines.prepared("unharmed", IMPATIENT));
    publish(stack, killed.config());
    publish(stack, unharmed.config());

    killInTheMiddle(killed, pipelines.keys("killed", IMPATIENT));
    Map<String, byte[]> afterTheKill = run(killed);
    Map<String, byte[]> withoutOne = run(unharmed);

    assertThat(unharmed.live()).hasSizeGreaterThan(3);
    assertThat(killed.live()).isEqualTo(unharmed.live());

    assertThat(withoutOne).hasSizeGreaterThan(500);
    assertThat(afterTheKill.keySet()).isEqualTo(withoutOne.keySet());
    assertThat(withoutOne.keySet())
        .allSatisfy(
            key -> assertThat(afterTheKill.get(key)).as(key).isEqualTo(withoutOne.get(key)));
  }

  private static void killInTheMiddle(Outputs outputs, Map<String, String> keys) throws Exception {
    Process pipeline = PipelineProcess.start(keys);
    try {
      await("the first totals are published")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !outputs.records(outputs.config().topics().names().totals()).isEmpty());
    } finally {
      pipeline.destroyForcibly().onExit().join();
    }
  }

  private static Map<String, byte[]> run(Outputs outputs) throws InterruptedException {
    try (Pipeline pipeline = TestPipelines.running(outputs.config())) {
      outputs.awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
    }
    return outputs.totalsBodies();
  }

  private static void publish(LocalStack stack, AppConfig config) {
    int exit =
        new CommandLine(new SimulateCommand())
            .execute(
                "--seed=7",
                "--events=" + EVENTS,
                "--speed=max",
                "--from=2026-01-05T00:00:00Z",
                "--bootstrap=" + stack.bootstrapServers(),
                "--registry=" + stack.registryUrl(),
                "--topic-prefix=" + config.topics().names().prefix());
    assertThat(exit).isZero();
  }
}

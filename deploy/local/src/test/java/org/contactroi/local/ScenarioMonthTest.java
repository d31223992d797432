package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A month of each shipped scenario, with everything going wrong that can, through the real broker,
 * registry and pipeline: what is published is the truth, of contacts and of money. The profile
 * {@code full} has their own size.
 */
@Tag("long")
@ExtendWith(SharedStack.class)
class ScenarioMonthTest {

  private static final String RATE = System.getProperty("scenario-month.rate", "100/d");
  private static final int DAYS = 30;
  private static final int MANY_FAULTS = 10;
  private static final int MANY_TOTALS = 50_000;
  private static final String COMMIT = "commit.interval.ms";

  @ParameterizedTest
  @ValueSource(strings = {"retail-ai-rollout", "bank-voice", "wechat-commerce"})
  void whatIsPublishedOfAMonthIsTheTruth(String name, LocalStack stack)
      throws InterruptedException {
    Scenario scenario = Scenarios.of(name);
    ScenarioRun.Days days = new ScenarioRun.Days(scenario.period().begins(), DAYS);
    ScenarioRun run = new ScenarioRun(stack, scenario, days, RATE);
    AppConfig config = new TestPipelines(stack).prepared(name, Map.of(COMMIT, "1000"));
    run.state(config);
    Path truth = run.simulate(config, MANY_FAULTS);

    try (Pipeline pipeline = TestPipelines.running(config)) {
      new Outputs(config).awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
    }

    ScenarioRun.Verdict verdict = run.verify(config, truth);
    assertThat(verdict.exit()).as(verdict.firstLines()).isZero();
    assertThat(verdict.totals()).isGreaterThan(MANY_TOTALS);
  }
}

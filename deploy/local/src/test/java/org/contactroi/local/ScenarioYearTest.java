package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twelve months in which an investment comes back, through the real broker, registry and pipeline.
 * {@code -Dscenario-year.rate=2000/d} is a center of usual size.
 */
@Tag("long")
@ExtendWith(SharedStack.class)
class ScenarioYearTest {

  private static final String RATE = System.getProperty("scenario-year.rate", "100/d");
  private static final ScenarioRun.Days YEAR =
      new ScenarioRun.Days(LocalDate.of(2025, 1, 6), Integer.getInteger("scenario-year.days", 365));
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The last day on which only some customers meet the bot, or all of them its first version. */
  private static final LocalDate END_OF_PILOT = LocalDate.of(2025, 1, 31);

  /** Nothing may expire, and hours of the whole year are compared. */
  private static final Map<String, String> REPLAY =
      Map.of("commit.interval.ms", "2000", "windows.expire", "false");

  @Test
  void anInvestmentThatLosesInItsPilotComesBackOnTheDayItReallyDoes(LocalStack stack)
      throws InterruptedException, IOException {
    Scenario scenario = Scenarios.of("retail-ai-rollout");
    ScenarioRun run = new ScenarioRun(stack, scenario, YEAR, RATE);
    AppConfig config = new TestPipelines(stack).prepared("year", REPLAY);
    run.state(config);
    Path truth = run.simulate(config, 1);

    try (Pipeline pipeline = TestPipelines.running(config)) {
      new Outputs(config).awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
    }

    ScenarioRun.Verdict verdict = run.verify(config, truth);
    assertThat(verdict.exit()).as(verdict.firstLines()).isZero();
    LocalDate last = YEAR.last();
    assertThat(netValue(toDate(truth, END_OF_PILOT))).isNegative();
    assertThat(netValue(toDate(truth, last))).isPositive();
    assertThat(LocalDate.parse(toDate(truth, last).path("payback").path("date").asText()))
        .isBetween(END_OF_PILOT.plusMonths(1), last);
  }

  private static long netValue(JsonNode statement) {
    return statement.path("provisional").path("net_value").path("micros").asLong();
  }

  /** The true statement to date at the end of a day; verify says that the published one is it. */
  private static JsonNode toDate(Path truth, LocalDate day) throws IOException {
    try (Stream<String> lines = Files.lines(truth)) {
      String line =
          lines
              .filter(each -> each.startsWith("{\"key\":\"demo/all/to-date/"))
              .filter(each -> each.contains("\"to\":\"" + day + "\",\"statement\""))
              .findFirst()
              .orElseThrow();
      return JSON.readTree(line).get("statement");
    }
  }
}

package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.contactroi.app.AppConfig;
import org.contactroi.app.Pipeline;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.contactroi.simulator.synthetic.SimulateCommand;
import org.contactroi.simulator.verify.VerifyCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * A month of each shipped scenario, with everything going wrong that can, through the real broker,
 * registry and pipeline: what is published is the truth. The profile {@code full} has their own
 * size.
 */
class ScenarioMonthTest {

  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
  private static final String RATE = System.getProperty("scenario-month.rate", "100/d");
  private static final int DAYS = 30;
  private static final int MANY_FAULTS = 10;
  private static final int MANY_TOTALS = 50_000;

  @ParameterizedTest
  @ValueSource(strings = {"retail-ai-rollout", "bank-voice", "wechat-commerce"})
  void whatIsPublishedOfAMonthIsTheTruth(String name) throws InterruptedException, IOException {
    Scenario scenario = Scenarios.of(name);
    try (LocalStack stack = LocalStack.open(StackSettings.temporary(), NOWHERE)) {
      stack.start();
      AppConfig config = new TestPipelines(stack).prepared(name, policies(scenario));
      Path truth = stack.folder().resolve("truth.jsonl");
      simulate(scenario, config, stack, truth);

      try (Pipeline pipeline = TestPipelines.running(config)) {
        new Outputs(config).awaitDrained();
        assertThat(pipeline.isRunning()).isTrue();
      }

      List<String> verify = cluster(List.of("--truth=" + truth), config, stack);
      StringWriter found = new StringWriter();
      int exit = exit(new VerifyCommand(), verify, found);
      assertThat(exit).as(firstLines(found)).isZero();
      assertThat(lines(truth)).isGreaterThan(MANY_TOTALS);
      assertThat(found.toString())
          .isEqualToIgnoringNewLines(
              String.format(
                  Locale.ROOT,
                  "%,d totals of hours and days compared, 0 differ, in 0 measures",
                  lines(truth)));
    }
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).count();
    }
  }

  private static Map<String, String> policies(Scenario scenario) {
    Map<String, String> keys = new HashMap<>();
    for (Tenant tenant : scenario.tenants()) {
      keys.put("policy." + tenant.id() + ".zone", tenant.place().zone().getId());
    }
    keys.put("commit.interval.ms", "1000");
    return keys;
  }

  private static void simulate(Scenario scenario, AppConfig config, LocalStack stack, Path truth) {
    Instant from = scenario.period().begins().atStartOfDay(scenario.zone()).toInstant();
    List<String> options =
        List.of(
            "--scenario=" + scenario.name(),
            "--from=" + from,
            "--to=" + from.plus(Duration.ofDays(DAYS)),
            "--speed=max",
            "--rate=" + RATE,
            "--faults=" + MANY_FAULTS,
            "--truth=" + truth);
    StringWriter output = new StringWriter();
    int exit = exit(new SimulateCommand(), cluster(options, config, stack), output);
    assertThat(exit).as(output.toString()).isZero();
  }

  private static List<String> cluster(List<String> options, AppConfig config, LocalStack stack) {
    List<String> all = new ArrayList<>(options);
    all.add("--bootstrap-server=" + stack.bootstrapServers());
    all.add("--registry=" + stack.registryUrl());
    all.add("--topic-prefix=" + config.topics().names().prefix());
    return all;
  }

  private static int exit(Callable<Integer> command, List<String> options, StringWriter output) {
    PrintWriter out = new PrintWriter(output, true);
    return new CommandLine(command).setOut(out).setErr(out).execute(options.toArray(String[]::new));
  }

  private static String firstLines(StringWriter output) {
    List<String> lines = output.toString().lines().toList();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    return String.join("\n", lines.subList(0, Math.min(40, lines.size()))) + "\n" + last;
  }
}

package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.junit.jupiter.api.Test;

/**
 * Writes a report of a small shop like that of the default scenario, through the real broker,
 * registry and pipeline: its example of reference data, with the amounts of the ledger divided. Run
 * it by its name; {@code -Dreport.file}, {@code -Dreport.rate} and {@code -Dreport.days} say where
 * to, how much a day and how long.
 */
class SampleReport {

  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
  private static final String EXAMPLE = "../../docs/examples/%s.yaml";
  private static final String TENANT = "demo";
  private static final String RATE = System.getProperty("report.rate", "250/d");
  private static final long DAYS = Long.getLong("report.days", 85);
  private static final Path FILE =
      Path.of(System.getProperty("report.file", "target/report.html")).toAbsolutePath();
  private static final long LEDGER_DIVISOR = 7;
  private static final Pattern AMOUNT = Pattern.compile("amount: ([0-9.]+)");
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final Scenario scenario = Scenarios.of(Scenarios.DEFAULT);

  @Test
  void write() throws Exception {
    try (LocalStack stack = LocalStack.open(StackSettings.temporary(), NOWHERE)) {
      stack.start();
      AppConfig config =
          new TestPipelines(stack)
              .prepared("report", Map.of("commit.interval.ms", "1000", "policy.demo.zone", zone()));
      execute(stack, config, "reference", "apply", reference(stack).toString());
      simulate(stack, config);
      try (Pipeline pipeline = TestPipelines.running(config)) {
        new Outputs(config).awaitDrained();
        awaitStatements(config);
        assertThat(pipeline.isRunning()).isTrue();
      }
      Files.createDirectories(FILE.getParent());
      Path own =
          Files.writeString(
              stack.folder().resolve("own.properties"),
              "application.id=" + config.streams().applicationId());
      execute(
          stack, config, "report", "--tenant=" + TENANT, "--out=" + FILE, "--properties=" + own);
    }
    System.out.println("written: " + FILE);
  }

  /** The example of a small shop, which no figures by channel or queue are asked of. */
  private Path reference(LocalStack stack) throws IOException {
    String example = Files.readString(Path.of(EXAMPLE.formatted(scenario.name())));
    int ledger = example.indexOf("\nledger:");
    String head = example.substring(0, ledger).replaceFirst("( +)zone: .*", "$0\n$1slices: [all]");
    String tail = AMOUNT.matcher(example.substring(ledger)).replaceAll(SampleReport::divided);
    return Files.writeString(stack.folder().resolve("small.yaml"), head + tail);
  }

  private static String divided(MatchResult amount) {
    return "amount: "
        + new BigDecimal(amount.group(1))
            .divide(BigDecimal.valueOf(LEDGER_DIVISOR), 2, RoundingMode.HALF_EVEN);
  }

  private String zone() {
    return scenario.zone().getId();
  }

  private void simulate(LocalStack stack, AppConfig config) {
    Instant from = scenario.period().begins().atStartOfDay(scenario.zone()).toInstant();
    execute(
        stack,
        config,
        "simulate",
        "--scenario=" + scenario.name(),
        "--from=" + from,
        "--to=" + from.plus(Duration.ofDays(DAYS)),
        "--speed=max",
        "--rate=" + RATE);
  }

  /** Statements come after the totals they sum. */
  private static void awaitStatements(AppConfig config) {
    int[] before = {-1};
    Awaitility.await("no more statements come")
        .pollInterval(Duration.ofSeconds(1))
        .during(QUIET)
        .atMost(PATIENCE)
        .until(
            () -> {
              int now = new Outputs(config).records(config.topics().names().roi()).size();
              boolean quiet = now > 0 && now == before[0];
              before[0] = now;
              return quiet;
            });
  }

  private static void execute(LocalStack stack, AppConfig config, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--bootstrap=" + stack.bootstrapServers());
    all.add("--registry=" + stack.registryUrl());
    all.add("--topic-prefix=" + config.topics().names().prefix());
    StringWriter output = new StringWriter();
    PrintWriter printer = new PrintWriter(output, true);
    int exit =
        Main.commandLine().setOut(printer).setErr(printer).execute(all.toArray(String[]::new));
    assertThat(exit).as(output.toString()).isZero();
  }
}

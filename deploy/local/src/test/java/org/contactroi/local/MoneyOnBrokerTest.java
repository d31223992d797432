package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Money through the real broker: a rate is corrected, and episodes explain what is published. */
@ExtendWith(SharedStack.class)
class MoneyOnBrokerTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int CONTACTS = 6;

  /** A wage that leaves thirds of a millionth. */
  private static final String REFERENCE =
      """
      policies:
        - {tenant: acme, valid-from: 2025-12-01T00:00:00Z, zone: UTC,
           money: {currency: EUR, go-live: 2026-01-01, realisation-bp: 10000}}
      rates:
        - {tenant: acme, id: wage, resource: agent, unit: hour, amount: %d, currency: EUR,
           valid-from: 2026-01-01T00:00:00Z, source-note: payroll}
        - {tenant: acme, id: line, resource: telephony, unit: hour, amount: 1, currency: EUR,
           valid-from: 2026-01-01T00:00:00Z, source-note: carrier}
        - {tenant: acme, id: case, resource: contact, unit: each, amount: 0.04, currency: EUR,
           valid-from: 2026-01-01T00:00:00Z, source-note: ticketing}
      baselines:
        - {tenant: acme, id: before, method: manual, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01,
           frozen-at: 2026-01-01T00:00:00Z, rows: [{channel: voice, issue: '*', n: 1000, contacts: 1100,
           handled-contacts: 1050, effort: 7000m,
           usage: [{resource: agent, key: 'queue:unknown', channel: voice, quantity: 7000m}]}]}
      """;

  @TempDir Path folder;

  private final ObjectMapper mapper = new ObjectMapper();
  private final StringWriter errors = new StringWriter();
  private AppConfig config = AppConfig.defaults();
  private List<String> cluster = List.of();

  @Test
  void episodesExplainTheSavingOfACorrectedRateToTheLastFraction(LocalStack stack)
      throws Exception {
    config = new TestPipelines(stack).prepared("money", Map.of());
    cluster =
        List.of(
            "--bootstrap=" + stack.bootstrapServers(),
            "--registry=" + stack.registryUrl(),
            "--topic-prefix=" + config.topics().names().prefix());
    apply(60);
    send();
    try (Pipeline pipeline = TestPipelines.running(config)) {
      new Outputs(config).awaitDrained();
      apply(61);
      await("the corrected saving is published")
          .atMost(PATIENCE)
          .until(() -> isWhole(explain("saving")) && isWhole(explain("cost")));
      assertSum(explain("saving"), "saving");
      assertSum(explain("cost"), "total");
      assertWhatIfIsWhatApplyingPublishes();
      assertThat(pipeline.isRunning()).isTrue();
    }
  }

  private void assertWhatIfIsWhatApplyingPublishes() throws Exception {
    Path file = Files.writeString(folder.resolve("raise.yaml"), REFERENCE.formatted(75));
    JsonNode whatIf = json("what-if", "--tenant=acme", "--rates=" + file, "--json").get("what_if");
    apply(75);
    await("the raise is stated")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        json("roi", "--tenant=acme", "--json")
                            .at("/statement/provisional/saving/micros"))
                    .isEqualTo(whatIf.at("/provisional/saving/micros")));
    assertThat(json("roi", "--tenant=acme", "--json").at("/statement/provisional"))
        .isEqualTo(whatIf.get("provisional"));
  }

  private JsonNode json(String... arguments) throws Exception {
    StringWriter out = new StringWriter();
    assertThat(run(out, arguments)).as("%s %s", out, errors).isZero();
    return mapper.readTree(out.toString());
  }

  private void apply(int wage) throws Exception {
    Path file = Files.writeString(folder.resolve("f.yaml"), REFERENCE.formatted(wage));
    StringWriter out = new StringWriter();
    assertThat(run(out, "reference", "apply", file.toString())).as("%s %s", out, errors).isZero();
  }

  private void send() throws Exception {
    try (Events events = new Events(config)) {
      for (int i = 0; i < CONTACTS; i++) {
        String id = "i" + i;
        events.send(id, Events.started(Events.TENANT, id));
        events.send(id, leg(id, 300_001L + 7_919L * i));
        events.send(id, Events.event(Events.TENANT, id));
      }
    }
  }

  private static InteractionEvent leg(String id, long talkMs) {
    SegmentEnded leg =
        SegmentEnded.newBuilder()
            .setSegmentId("leg")
            .setParticipant(Participant.AGENT)
            .setRole(SegmentRole.PRIMARY)
            .setReported(ReportedTimes.newBuilder().setTalkMs(talkMs).build())
            .build();
    return InteractionEvent.newBuilder(Events.event(Events.TENANT, id))
        .setEventId("l")
        .setPayload(leg)
        .build();
  }

  /** The rows and, last, their sum; nothing while the pipeline is busy. */
  private List<JsonNode> explain(String family) throws Exception {
    StringWriter out = new StringWriter();
    run(
        out,
        "explain",
        "--tenant=acme",
        "--family=" + family,
        "--window=day",
        "--start=2026-01-05",
        "--json");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }

  private int run(StringWriter out, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(cluster);
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(errors));
    return command.execute(all.toArray(String[]::new));
  }

  private static boolean isWhole(List<JsonNode> explained) {
    return explained.size() == CONTACTS + 1
        && explained.get(CONTACTS).path("money").path("equal").asBoolean();
  }

  private static void assertSum(List<JsonNode> explained, String name) {
    JsonNode money = explained.get(CONTACTS).get("money");
    BigDecimal nine = BigDecimal.ZERO;
    for (JsonNode row : explained.subList(0, CONTACTS)) {
      nine = nine.add(times900(row.get("money").get(name).asText()));
    }
    nine = nine.add(times900(money.get("rounding").get(name).asText()));
    assertThat(nine)
        .isEqualByComparingTo(
            BigDecimal.valueOf(money.get("published").get(name).asLong())
                .multiply(BigDecimal.valueOf(900)));
  }

  /** Prices by the millisecond have denominators that divide 900. */
  private static BigDecimal times900(String fraction) {
    String[] parts = fraction.split("/", -1);
    BigDecimal times = new BigDecimal(parts[0]).multiply(BigDecimal.valueOf(900));
    return parts.length == 1 ? times : times.divide(new BigDecimal(parts[1]));
  }
}

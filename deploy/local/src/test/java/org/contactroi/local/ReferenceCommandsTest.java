package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.record.RecordReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Reference records on their way from a file to the figures, over the real broker and registry. */
@ExtendWith(SharedStack.class)
class ReferenceCommandsTest {

  private static final String EXAMPLE = "../../docs/examples/policy.yaml";
  private static LocalStack stack;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private AppConfig config = AppConfig.defaults();

  @BeforeAll
  static void start(LocalStack shared) {
    stack = shared;
  }

  @BeforeEach
  void forget() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  private int reference(String... arguments) {
    List<String> all = new ArrayList<>(List.of("reference"));
    all.addAll(List.of(arguments));
    all.add("--bootstrap=" + stack.bootstrapServers());
    all.add("--registry=" + stack.registryUrl());
    all.add("--topic-prefix=" + config.topics().names().prefix());
    forget();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(all.toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private List<String> keys() throws IOException {
    assertThat(reference("list", "--json")).isZero();
    JsonNode records = new ObjectMapper().readTree(out.toString()).get("records");
    return StreamSupport.stream(records.spliterator(), false)
        .map(each -> each.get("key").asText())
        .toList();
  }

  @Test
  void aFileIsPublishedWholeOnceAndListed() throws IOException {
    config = new TestPipelines(stack).prepared("apply", Map.of());

    assertThat(reference("apply", "--dry-run", EXAMPLE)).isZero();
    assertThat(out.toString())
        .contains("added     policy/retail/2026-03-31T22:00:00Z (" + EXAMPLE + ":")
        .containsPattern("answer-threshold +20s -> 30s")
        .contains("dry run: 3 to publish, nothing was published");
    assertThat(keys()).isEmpty();

    assertThat(reference("apply", EXAMPLE)).isZero();
    assertThat(out.toString()).contains("published 3");
    assertThat(keys())
        .containsExactly(
            "calendar/retail/main/2026-01-01T00:00:00Z",
            "policy/retail/2026-01-01T00:00:00Z",
            "policy/retail/2026-03-31T22:00:00Z");

    assertThat(reference("apply", EXAMPLE, "--json")).isZero();
    JsonNode again = new ObjectMapper().readTree(out.toString());
    assertThat(again.get("published").asBoolean()).isFalse();
    assertThat(again.get("records"))
        .hasSize(3)
        .allMatch(each -> each.get("change").asText().equals("unchanged"));

    assertThat(reference("list", "--tenant=retail", "--kind=calendar")).isZero();
    assertThat(out.toString())
        .startsWith("calendar/retail/main/2026-01-01T00:00:00Z")
        .containsPattern("hours.friday +08:00-12:30, 13:30-20:00")
        .doesNotContain("policy/");
  }

  @Test
  void oneWrongFileOfSeveralPublishesNoneAndEveryErrorIsNamed() throws IOException {
    config = new TestPipelines(stack).prepared("wrong", Map.of());
    String right = file("right.yaml", "policies: [{tenant: a, valid-from: 2026-01-01T00:00:00Z}]");
    String wrong =
        file(
            "wrong.yaml",
            "policies:\n  - tenant: b\n    valid-from: soon\n    zone: Mars/Base\n    calendar: x\n");

    assertThat(reference("apply", right, wrong, "none.yaml")).isEqualTo(2);

    assertThat(err.toString())
        .contains(wrong + ":3: valid-from is 'soon'; allowed: an instant")
        .contains(wrong + ":4: zone is 'Mars/Base'; allowed: a time zone")
        .contains("none.yaml:1: the file cannot be read")
        .contains("3 errors; nothing was published");
    assertThat(reference("apply", "--json", wrong)).isEqualTo(2);
    JsonNode errors = new ObjectMapper().readTree(out.toString()).get("errors");
    assertThat(errors).hasSize(2);
    assertThat(errors.get(0).get("line").asInt()).isEqualTo(3);
    assertThat(keys()).isEmpty();
  }

  @Test
  void moneyIsCorrectedForThePastAndRemovedAndADiffTellsByItsExitCode() throws IOException {
    config = new TestPipelines(stack).prepared("corrected", Map.of());
    String example = "../../docs/examples/wechat-commerce.yaml";
    assertThat(reference("diff", example)).isEqualTo(1);
    assertThat(reference("apply", example)).isZero();
    assertThat(reference("diff", example)).isZero();
    assertThat(reference("list", "--tenant=mall-sg", "--kind=baseline")).isZero();
    assertThat(out.toString())
        .startsWith("baseline/mall-sg/operator-2025")
        .contains("money 3.1 SGD");

    String fx = "fx: [{tenant: mall, from: USD, to: CNY, day: 2026-06-01, rate: 7.1}]\n";
    String gone = "remove: [{kind: fx, tenant: mall-sg, id: CNY-SGD-2026-05-01}]";
    String rate = "remove: [{kind: rate, tenant: mall, id: telephony}]";
    assertThat(reference("apply", file("needed.yaml", gone))).isEqualTo(2);
    assertThat(err.toString()).contains("fx/mall-sg/CNY-SGD-2026-05-01 is needed");
    String correction = file("correction.yaml", fx + rate);
    assertThat(reference("diff", correction)).isEqualTo(1);
    assertThat(out.toString())
        .contains("changed   fx/mall/USD-CNY-2026-06-01")
        .containsPattern("rate +7.0912 -> 7.1")
        .contains("removed   rate/mall/telephony");
    assertThat(reference("apply", correction)).isZero();
    assertThat(out.toString()).contains("published 2");
    assertThat(keys()).contains("fx/mall/USD-CNY-2026-06-01").doesNotContain("rate/mall/telephony");
    assertThat(reference("diff", file("again.yaml", fx))).isZero();
  }

  @Test
  void missingTopicsAreNamedWithTheCommandThatMakesThem() {
    config = AppConfig.of(Map.of("topic.prefix", "nowhere."));

    assertThat(reference("list")).isEqualTo(1);
    assertThat(err.toString())
        .contains("topics are missing: nowhere.reference, nowhere.watermarks")
        .contains("'topics'");
  }

  @Test
  void wrongUsageOfACommandPointsToItsOwnHelp() {
    assertThat(reference("list", "--kind=rates")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--kind is 'rates'; allowed: calendar, policy, fx, rate, baseline, ledger")
        .contains("(see: contact-roi reference list --help)");
  }

  @Test
  void aVersionRulesARunningPipelineAndOneForThePastIsRefused() throws Exception {
    config = new TestPipelines(stack).prepared("ruled", Map.of());
    String early = policy("early", "2026-01-01T00:00:00Z");
    assertThat(reference("apply", early)).isZero();

    try (Events events = new Events(config);
        Pipeline pipeline = TestPipelines.running(config)) {
      events.interaction("one");
      Outputs outputs = new Outputs(config);
      outputs.awaitDrained();

      assertThat(pipeline.isRunning()).isTrue();
      assertThat(outputs.records(config.topics().names().interactions()))
          .isNotEmpty()
          .allSatisfy(fact -> assertThat(version(fact.value())).isEqualTo("early"));
      Awaitility.await("the watermark")
          .atMost(Duration.ofMinutes(2))
          .until(() -> !outputs.records(config.topics().names().watermarks()).isEmpty());
    }
    assertThat(reference("apply", policy("late", "2026-01-06T09:59:59Z"))).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "late.yaml:3: valid-from is '2026-01-06T09:59:59Z'; allowed: 2026-01-06T10:00:00Z or later");
    assertThat(reference("apply", policy("next", "2026-01-06T10:00:00Z"))).isZero();
  }

  private String policy(String version, String validFrom) throws IOException {
    return file(
        version + ".yaml",
        "policies:\n  - tenant: %s\n    valid-from: %s\n    version: %s\n"
            .formatted(Events.TENANT, validFrom, version));
  }

  private String version(byte[] fact) {
    try (RecordReader reader =
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes())) {
      return ((InteractionFact) reader.decode(config.topics().names().interactions(), fact))
          .getPolicyVersion();
    }
  }
}

package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.events.Attribution;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Volume;
import org.contactroi.simulator.synthetic.SimulateCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Figures of a simulated center back to the interactions they are made of. */
@ExtendWith(SharedStack.class)
class ExplainCommandTest {

  private static final String TENANT = "center";
  private static final String DAY = "2026-01-05";
  private static final int SALES = 120;

  private static LocalStack stack;
  private static AppConfig config = AppConfig.defaults();
  private static Map<TotalsKey, Totals> totals = Map.of();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start(LocalStack shared) throws Exception {
    stack = shared;
    config =
        new TestPipelines(stack)
            .prepared("explained", Map.of("policy.default.minute-retention", "7d"));
    simulate();
    sell();
    try (Pipeline pipeline = TestPipelines.running(config)) {
      Outputs outputs = new Outputs(config);
      outputs.awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
      totals = outputs.totals();
    }
  }

  @AfterAll
  static void stop() {
    totals = Map.of();
  }

  /** About a hundred interactions and their repeat contacts. */
  private static void simulate() {
    int exit =
        new CommandLine(new SimulateCommand())
            .execute(
                "--seed=7",
                "--rate=30/h",
                "--duration=4h",
                "--speed=max",
                "--tenant=" + TENANT,
                "--from=" + DAY + "T09:00:00Z",
                "--bootstrap=" + stack.bootstrapServers(),
                "--registry=" + stack.registryUrl(),
                "--topic-prefix=" + config.topics().names().prefix());
    assertThat(exit).isZero();
  }

  /** An interaction whose fact takes several records. */
  private static void sell() throws Exception {
    try (Events events = new Events(config)) {
      events.interaction("long");
      for (int i = 0; i < SALES; i++) {
        InteractionEvent sale =
            InteractionEvent.newBuilder(Events.event(Events.TENANT, "long"))
                .setEventId("sale" + i)
                .setPayload(
                    new SaleRecorded(
                        "o" + i, SaleKind.NEW, 1_000_000L, "EUR", 0, Attribution.AGENT))
                .build();
        events.send("long", sale);
      }
    }
  }

  private int explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    return run(all);
  }

  private int run(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--bootstrap=" + stack.bootstrapServers());
    all.add("--registry=" + stack.registryUrl());
    all.add("--topic-prefix=" + config.topics().names().prefix());
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(all.toArray(String[]::new));
  }

  private static String[] question(TotalsKey key, String... further) {
    List<String> options = new ArrayList<>(List.of(further));
    options.add("--tenant=" + key.tenant());
    options.add("--family=" + key.family().id());
    options.add("--slice=" + key.slice().by());
    options.add("--value=" + key.slice().valueText());
    options.add("--window=" + key.window().id());
    options.add("--start=" + Instant.ofEpochMilli(key.start()));
    return options.toArray(String[]::new);
  }

  private List<JsonNode> objects() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> objects = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      objects.add(mapper.readTree(line));
    }
    return objects;
  }

  static Stream<Family> explained() {
    return Families.all().stream().filter(Family::isExplained);
  }

  @ParameterizedTest
  @MethodSource("explained")
  void rowsAddUpToTheNumeratorAndTheDenominatorOfEveryFigure(Family family) throws IOException {
    for (TotalsKey key :
        List.of(
            busiest(family, "all", WindowSize.DAY),
            busiest(family, "channel+queue", WindowSize.HOUR))) {
      Totals published = Objects.requireNonNull(totals.get(key));

      assertThat(explain(question(key, "--json"))).as("%s %s", key, err).isZero();

      List<JsonNode> objects = objects();
      JsonNode last = objects.remove(objects.size() - 1);
      assertThat(last.get("equal").asBoolean()).as("%s", key).isTrue();
      assertThat(objects).as("%s", key).isNotEmpty();
      for (Figure figure : family.figures()) {
        if (figure.kind() == Figure.Kind.QUOTIENT && family.isExplained(figure)) {
          Ratio ratio = figure.from(published);
          assertThat(sum(objects, figure.name(), "numerator")).isEqualTo(ratio.numerator());
          assertThat(sum(objects, figure.name(), "denominator")).isEqualTo(ratio.denominator());
        }
      }
    }
  }

  private static TotalsKey busiest(Family family, String slice, WindowSize size) {
    return totals.keySet().stream()
        .filter(key -> key.tenant().equals(TENANT) && key.family() == family)
        .filter(key -> key.slice().by().equals(slice) && key.window() == size)
        .max(
            Comparator.<TotalsKey>comparingLong(ExplainCommandTest::parts)
                .thenComparing(TotalsKey::text))
        .orElseThrow();
  }

  /** Sum of the scalars and lines, which tells where the most happened. */
  private static long parts(TotalsKey key) {
    Totals all = Objects.requireNonNull(totals.get(key));
    return key.family().measures().stream()
        .mapToLong(
            measure ->
                measure.shape().form() == Shape.Form.SCALAR
                    ? all.get(measure)
                    : all.isZero(measure) ? 0 : 1)
        .sum();
  }

  private static long sum(List<JsonNode> rows, String figure, String part) {
    return rows.stream()
        .map(row -> row.get("figures").path(figure).path(part))
        .mapToLong(JsonNode::asLong)
        .sum();
  }

  @Test
  void aTableShowsTheFirstRowsAndTheSumOfAll() {
    assertThat(day("handle-time", "--limit=2", "--figure=aht", "--measure=talk_ms")).isZero();

    assertThat(out.toString())
        .startsWith(
            "handle-time of 'center', all, day from 2026-01-05T00:00:00Z to 2026-01-06T00:00:00Z")
        .containsPattern("start +end +interaction +channel +queue +issue +handled by +aht +talk_ms")
        .containsPattern("and \\d+ more; --limit shows more")
        .containsPattern("interactions of this window contribute to aht, talk_ms")
        .containsPattern("aht +(\\d+/\\d+) +\\1 +\\d+\\.\\d\\d s")
        .containsPattern("equal: the \\d+ rows add up to what is published");
  }

  @Test
  void episodesAreShownWithTheirNumberOfInteractions() {
    assertThat(day("first-contact-resolution", "--figure=repeat_rate", "--limit=3")).isZero();

    assertThat(out.toString()).containsPattern("start +end +episode +interactions +channel");
  }

  @Test
  void aFamilyOfOneFigureIsShownByItsTotalsToo() {
    assertThat(day("volume", "--limit=2")).isZero();

    assertThat(out.toString())
        .containsPattern("handled by +transfer_rate +inbound +(outbound +)?handled_by_human")
        .containsPattern("\\d+ interactions contribute to this window");
  }

  @Test
  void aFactOfSeveralRecordsIsOneRow() throws IOException {
    assertThat(
            explain(
                "--tenant=" + Events.TENANT,
                "--family=sales",
                "--window=minute",
                "--start=" + DAY + "T10:00:00Z",
                "--json"))
        .isZero();

    List<JsonNode> objects = objects();
    assertThat(objects).hasSize(2);
    assertThat(objects.get(0).get("id").asText()).isEqualTo("long");
    assertThat(objects.get(0).get("totals").get("sales").get(0).get("count").asInt())
        .isEqualTo(SALES);
  }

  @Test
  void aTotalOtherThanItsFactsIsShownMeasureByMeasureAndFails() throws Exception {
    TotalsKey key = busiest(Volume.FAMILY, "issue", WindowSize.HOUR);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      String row = key.row().text();
      producer.send(new ProducerRecord<>(config.topics().names().totals(), row, null)).get();
    }

    assertThat(explain(question(key))).isEqualTo(1);

    assertThat(out.toString())
        .containsPattern("differs: inbound: sum (\\d+), published 0, difference \\1")
        .contains("it may be that the topology is still working")
        .contains("'center' has come to 2026-01");
  }

  @Test
  void whatCannotBeAskedNamesWhatCan() {
    assertThat(day("occupancy")).isEqualTo(2);
    assertThat(err.toString()).contains("made of agents' states").contains("allowed: handle-time");
    assertThat(day("handle-times")).isEqualTo(2);
    assertThat(err.toString()).contains("--family: unknown family 'handle-times'; allowed: handle");
    assertThat(day("handle-time", "--slice=attribute:tier", "--value=gold")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--slice is 'attribute:tier'; allowed by the policies of 'center': all, bot,");
    assertThat(day("handle-time", "--slice=queue")).isEqualTo(2);
    assertThat(err.toString()).contains("--value is missing; slice queue has values");
    assertThat(day("handle-time", "--slice=channel+queue", "--value=VOICE")).isEqualTo(2);
    assertThat(err.toString()).contains("of 1 parts; slice channel+queue has 2, joined by +");
    assertThat(day("handle-time", "--figure=ahtt")).isEqualTo(2);
    assertThat(err.toString()).contains("--figure is 'ahtt'; did you mean 'aht'");
    assertThat(day("handle-time", "--limit=-1")).isEqualTo(2);
    assertThat(err.toString()).contains("--limit is '-1'; allowed: 0 or more");
  }

  @Test
  void aValueOrATenantThatIsNotThereNamesThoseNear() {
    String channel = "VOICE";
    assertThat(day("volume", "--slice=channel", "--value=VOICES")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--value is 'VOICES', which has nothing in this window; did you mean '" + channel);
    assertThat(explain("--tenant=centre", "--family=volume", "--window=day", "--start=" + DAY))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--tenant is 'centre'").contains("did you mean 'center'");
  }

  @Test
  void aStartWithinAWindowNamesTheStartsAroundIt() {
    assertThat(
            explain(
                "--tenant=" + TENANT,
                "--family=volume",
                "--window=hour",
                "--start=" + DAY + "T10:30:00Z"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains("the hours around it start at 2026-01-05T10:00:00Z and 2026-01-05T11:00:00Z");
  }

  @Test
  void aWindowWithoutFactsOrPastItsRetentionSaysSo() {
    assertThat(
            explain("--tenant=" + TENANT, "--family=volume", "--window=day", "--start=2025-12-31"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("the window is empty: nothing of volume counts in the day");
    assertThat(
            explain(
                "--tenant=" + TENANT,
                "--family=volume",
                "--window=minute",
                "--start=2025-12-01T10:00:00Z"))
        .isEqualTo(1);
    assertThat(err.toString())
        .contains("the window has expired: 'center' has come to")
        .contains("and keeps a minute for 2h");
  }

  private int day(String family, String... further) {
    List<String> options = new ArrayList<>(List.of(further));
    options.add("--tenant=" + TENANT);
    options.add("--family=" + family);
    options.add("--window=day");
    options.add("--start=" + DAY);
    return explain(options.toArray(String[]::new));
  }

  @Test
  void figuresTakenWhileEventsWaitSayHowMany(@TempDir Path folder) throws Exception {
    Path own =
        Files.writeString(
            folder.resolve("own.properties"),
            "application.id=" + config.streams().applicationId() + "\n");
    assertThat(kpis("--properties=" + own)).isZero();
    assertThat(out.toString()).startsWith("all ");

    try (Events events = new Events(config)) {
      events.send("late", Events.started(TENANT, "late"));
      events.send("later", Events.started(TENANT, "later"));
    }

    assertThat(kpis("--properties=" + own)).isZero();
    assertThat(out.toString())
        .startsWith(
            "BEHIND: 2 events are not in these figures yet (explained.interaction-events 2)")
        .contains("the figures have come to 5 Jan 2026, ")
        .contains("the newest event left is of 5 Jan 2026, ");
    assertThat(kpis("--properties=" + own, "--json")).isZero();
    assertThat(out.toString().replaceAll("\\s", ""))
        .startsWith("{\"backlog\":{\"state\":\"behind\",");
    assertThat(kpis()).isZero();
    assertThat(out.toString())
        .startsWith("UNKNOWN whether all events are in these figures: no pipeline with the")
        .contains("application.id 'contact-roi'", "--properties");
  }

  private int kpis(String... further) {
    List<String> options = new ArrayList<>(List.of("kpis", "--tenant=" + TENANT));
    options.addAll(List.of(further));
    return run(options);
  }
}

package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.local.screen.ScreenWords;
import org.contactroi.report.MoneyUnit;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.EventTopic;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.Speed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demonstration as a whole: half a year becomes figures, then it goes on, also after a stop.
 */
class DemoHistoryTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration DAYS_LIVE = Duration.ofDays(5);
  private static final String DAY = "2026-09-15";
  private static final Speed MAX = new Speed(null);
  private static final DemoSimulation.Wanted WANTED = new DemoSimulation.Wanted(null, null, true);

  @TempDir Path folder = Path.of("");

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final ObjectMapper mapper = new ObjectMapper();

  private Demo open() throws Exception {
    return Demo.open(
        new Demo.Settings(
            StackSettings.temporary().withData(data()),
            FreePort.find(),
            Map.of(),
            Optional.empty(),
            new PrintStream(screen, true, StandardCharsets.UTF_8)),
        // What is live is published at once too, so that there is much of it.
        new LiveCenter.Wanted(WANTED, MAX, ScreenWords.Language.EN));
  }

  private Path data() {
    return folder.resolve("data");
  }

  @Test
  void itsReturnIsTheOnePublishedAndHistoryAndWhatIsLiveAreOneSimulation() throws Exception {
    try (Demo demo = open()) {
      demo.runUntilShown();
      assertThatTheScreenSaysWhatRoiDoes(demo);
      assertThatTheApiSaysWhatCommandsDo(demo);
      new PublishedWindows(demo.config(), URI.create(demo.pageUrl())).assertAnswered("demo");
      demo.letTimePass();
    }
    try (Demo demo = open()) {
      demo.runUntilShown();
      demo.letTimePass();
      assertThatEventsAreThoseOfOneSimulation(demo);
    }
  }

  private void assertThatTheScreenSaysWhatRoiDoes(Demo demo) throws Exception {
    JsonNode statement = roi(demo).get("statement");

    JsonNode settled = statement.at("/settled/roi");
    Fraction roi =
        Fraction.of(settled.get("numerator").asLong(), settled.get("denominator").asLong());
    String payback = statement.at("/payback/date").asText();
    assertThat(LocalDate.parse(payback)).isBefore(LocalDate.parse(statement.get("to").asText()));
    assertThat(screen.toString(StandardCharsets.UTF_8).lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("Return ")
                    .contains(" +" + MoneyUnit.SHARE.text(roi) + " "))
        .anySatisfy(line -> assertThat(line).startsWith("Payback ").contains("on " + payback))
        .anySatisfy(line -> assertThat(line).matches("return on screen after [0-9.]+ s"));
  }

  private void assertThatTheApiSaysWhatCommandsDo(Demo demo) throws Exception {
    JsonNode roi = roi(demo);
    JsonNode answer = get(demo, "/v1/roi?tenant=demo");
    assertThat(answer.get("statement")).isEqualTo(roi.get("statement"));
    assertThat(answer.get("phases")).isEqualTo(roi.get("phases"));

    JsonNode whatIf =
        mapper.readTree(
            run(demo, "what-if", "--tenant=demo", "--human-rates=1.25", "--realisation=0.5"));
    answer = get(demo, "/v1/what-if?tenant=demo&human-rates=1.25&realisation=0.5");
    assertThat(answer.get("what_if")).isEqualTo(whatIf.get("what_if"));
    assertThat(answer.get("differences")).isEqualTo(whatIf.get("differences"));
    assertThat(answer.at("/what_if/provisional/saving"))
        .isNotEqualTo(answer.at("/official/provisional/saving"));

    for (String family : List.of("saving", "cost", "handle-time", "containment")) {
      List<JsonNode> rows = new ArrayList<>();
      run(demo, "explain", "--tenant=demo", "--family=" + family, "--window=day", "--start=" + DAY)
          .lines()
          .forEach(line -> rows.add(read(line)));
      answer = get(demo, "/v1/explain?tenant=demo&window=day&start=" + DAY + "&family=" + family);
      assertThat(answer.get("sum")).as(family).isEqualTo(rows.remove(rows.size() - 1));
      assertThat(answer.at("/sum/equal").asBoolean()).as(family).isTrue();
      assertThat(answer.get("rows")).as(family).containsExactlyElementsOf(rows);
    }
    assertThatOneContactIsToldWithItsCost(demo);
  }

  /** Contacts of a day cost together what their exact costs sum to. */
  private void assertThatOneContactIsToldWithItsCost(Demo demo) throws Exception {
    JsonNode rows =
        get(demo, "/v1/explain?tenant=demo&window=day&family=cost&start=" + DAY).get("rows");
    assertThat(rows.size()).isPositive();
    for (JsonNode row : rows) {
      JsonNode contact = get(demo, "/v1/interactions/" + row.get("id").asText() + "?tenant=demo");
      assertThat(contact.at("/money/total")).isEqualTo(row.at("/money/total"));
      assertThat(contact.get("story").size()).isGreaterThan(1);
    }
  }

  private JsonNode get(Demo demo, String path) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(demo.pageUrl()).resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return mapper.readTree(response.body());
  }

  private JsonNode read(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  private JsonNode roi(Demo demo) throws Exception {
    return mapper.readTree(run(demo, "roi", "--tenant=demo"));
  }

  private static String run(Demo demo, String... arguments) {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add("--json");
    command.addAll(demo.cluster());
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    int exit =
        Main.commandLine().setOut(printer).setErr(printer).execute(command.toArray(String[]::new));
    assertThat(exit).as(out.toString()).isZero();
    return out.toString();
  }

  /** All of history and of some days after it is there, and nothing twice. */
  private void assertThatEventsAreThoseOfOneSimulation(Demo demo) {
    ClusterSettings cluster =
        SimulatorComponent.cluster(
            demo.cluster().get(1), demo.cluster().get(3), demo.cluster().get(5));
    DemoSimulation simulation = DemoSimulation.of(data(), WANTED, MAX, Instant.EPOCH);
    EventSource events = simulation.events(new Pseudonyms(Pseudonyms.DEMO_KEY));
    Instant end = simulation.live().plus(DAYS_LIVE);
    List<SpecificRecord> simulated = new ArrayList<>();
    SpecificRecord event = events.next();
    while (EventTopic.of(event).observedAt(event).isBefore(end)) {
      simulated.add(event);
      event = events.next();
    }

    await("all is published")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              PublishedEvents published = PublishedEvents.read(cluster);
              assertThat(published.records()).isEqualTo(published.size());
              assertThat(simulated).filteredOn(each -> !published.contain(each)).isEmpty();
            });
    assertThat(simulated).hasSizeGreaterThan(10_000);
  }
}

package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.kpis.TenantDays;
import org.contactroi.app.run.Pipeline;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.family.Families;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.input.EventFormats;
import org.contactroi.simulator.input.Input;
import org.contactroi.simulator.playback.PlaybackOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files written by hand, played through the real broker and registry. */
@ExtendWith(SharedStack.class)
class PlaybackTest {

  private static List<TenantDays> played = List.of();

  @BeforeAll
  static void play(LocalStack stack) throws Exception {
    AppConfig config = new TestPipelines(stack).prepared("played", Map.of());
    String prefix = config.topics().names().prefix();
    new ReferenceFiles(
            List.of(ImportTest.file("opening-hours.yaml")),
            List.of(
                "--bootstrap=" + stack.bootstrapServers(),
                "--registry=" + stack.registryUrl(),
                "--topic-prefix=" + prefix))
        .start();
    try (PlaybackComponent playback =
            new PlaybackComponent(
                new Playback(input(), List.of()),
                SimulatorComponent.cluster(stack.bootstrapServers(), stack.registryUrl(), prefix));
        Pipeline pipeline = TestPipelines.running(config)) {
      playback.start();
      assertThat(playback.awaitEvents()).isEqualTo(20);
      new Outputs(config).awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
      List<SliceBy> slices = List.of(SliceBy.ALL, SliceBy.of("queue"));
      played =
          List.of("chats", "mail").stream()
              .map(tenant -> TenantDays.read(config, tenant, slices))
              .toList();
    }
  }

  private static Input input() throws IOException, URISyntaxException {
    return Input.read(
        List.of(
            ImportTest.file("three-chats.jsonl"),
            ImportTest.file("agent-of-chats.jsonl.gz"),
            ImportTest.file("mail-over-a-weekend.jsonl")),
        EventFormats.of(
            ZoneId.of("UTC"), new PlaybackOrder.EventTime(), new Pseudonyms(Pseudonyms.DEMO_KEY)),
        Optional.empty(),
        Progress.silent());
  }

  private static String printed(boolean json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DrainedReport(played, new DrainedReport.Effort(20, Duration.ofSeconds(2), Duration.ZERO))
        .print(new PrintStream(out, true, StandardCharsets.UTF_8), json);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode of(JsonNode entries, String tenant, String day, String family) {
    return StreamSupport.stream(entries.spliterator(), false)
        .filter(entry -> entry.path("tenant").asText().equals(tenant))
        .filter(entry -> entry.path("day").asText().equals(day))
        .filter(entry -> entry.path("family").asText().equals(family))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDocumentHasEveryFigureOfEveryDayOfEveryTenant() throws IOException {
    JsonNode days = new ObjectMapper().readTree(printed(true)).path("days");

    JsonNode handled = of(days, "chats", "2026-03-02", "handle-time");
    assertThat(handled.at("/totals/handled_legs").asLong()).isEqualTo(3);
    assertThat(handled.at("/figures/aht/numerator").asLong()).isEqualTo(3 * 3_600_000);
    assertThat(handled.at("/figures/aht/denominator").asLong()).isEqualTo(3);
    assertThat(handled.at("/figures/aht/value").asDouble()).isEqualTo(3_600_000);
    JsonNode volume = of(days, "chats", "2026-03-02", "volume");
    assertThat(volume.at("/totals/inbound").asLong()).isEqualTo(3);
    JsonNode response = of(days, "mail", "2026-03-09", "experience");
    assertThat(response.at("/figures/frt_human/numerator").asLong()).isEqualTo(223_800_000);
  }

  @Test
  void ofADayAllFamiliesAreSaidWhetherTheyHaveAnythingOrNot() throws IOException {
    JsonNode days = new ObjectMapper().readTree(printed(true)).path("days");

    JsonNode sales = of(days, "chats", "2026-03-02", "sales");
    assertThat(sales.at("/figures/conversion/denominator").isIntegralNumber()).isTrue();
    assertThat(days)
        .filteredOn(entry -> entry.path("day").asText().equals("2026-03-09"))
        .hasSize(Families.all().size());
  }

  @Test
  void peopleReadTheSame() {
    assertThat(printed(false).lines())
        .containsSubsequence(
            "tenant chats",
            "2026-03-02, handle-time",
            "  handled_legs                          3",
            "tenant mail",
            "2026-03-09, experience",
            "tenant chats, all days",
            "tenant mail, all days",
            "20 events, drained in 2.0 s, 10 events/s, 0 CPU s per million events");
  }
}

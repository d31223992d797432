package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.contactroi.app.kpis.TenantDays;
import org.contactroi.kpi.family.Families;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files written by hand, played through the real broker and registry. */
@ExtendWith(SharedStack.class)
class PlaybackTest {

  private static List<TenantDays> played = List.of();

  @BeforeAll
  static void play(LocalStack stack) throws Exception {
    played =
        new PlayedFiles(
                List.of(
                    "three-chats.jsonl", "agent-of-chats.jsonl.gz", "mail-over-a-weekend.jsonl"),
                List.of("opening-hours.yaml"))
            .play(stack, List.of("chats", "mail"));
  }

  private static String printed(boolean json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DrainedReport(played, new DrainedReport.Effort(20, Duration.ofSeconds(2), Duration.ZERO))
        .print(new PrintStream(out, true, StandardCharsets.UTF_8), json);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theDocumentHasEveryFigureOfEveryDayOfEveryTenant() throws IOException {
    JsonNode days = new ObjectMapper().readTree(printed(true)).path("days");

    JsonNode handled = PlayedFiles.of(days, "chats", "2026-03-02", "handle-time");
    assertThat(handled.at("/totals/handled_legs").asLong()).isEqualTo(3);
    assertThat(handled.at("/figures/aht/numerator").asLong()).isEqualTo(3 * 3_600_000);
    assertThat(handled.at("/figures/aht/denominator").asLong()).isEqualTo(3);
    assertThat(handled.at("/figures/aht/value").asDouble()).isEqualTo(3_600_000);
    JsonNode volume = PlayedFiles.of(days, "chats", "2026-03-02", "volume");
    assertThat(volume.at("/totals/inbound").asLong()).isEqualTo(3);
    JsonNode response = PlayedFiles.of(days, "mail", "2026-03-09", "experience");
    assertThat(response.at("/figures/frt_human/numerator").asLong()).isEqualTo(223_800_000);
  }

  @Test
  void ofADayAllFamiliesAreSaidWhetherTheyHaveAnythingOrNot() throws IOException {
    JsonNode days = new ObjectMapper().readTree(printed(true)).path("days");

    JsonNode sales = PlayedFiles.of(days, "chats", "2026-03-02", "sales");
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

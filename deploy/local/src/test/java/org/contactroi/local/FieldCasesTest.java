package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.contactroi.app.kpis.TenantDays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What practitioners report as wrong in their tools, played through broker and registry. */
@ExtendWith(SharedStack.class)
class FieldCasesTest {

  private static JsonNode days;

  @BeforeAll
  static void play(LocalStack stack) throws Exception {
    List<TenantDays> played =
        new PlayedFiles(
                List.of(
                    "timer-after-the-gap.jsonl",
                    "reopened.jsonl",
                    "lost-hangup.jsonl",
                    "handoff-nobody-there.jsonl",
                    "greeting-only.jsonl",
                    "three-chats.jsonl",
                    "agent-of-chats.jsonl.gz",
                    "mail-over-a-weekend.jsonl"),
                List.of("opening-hours.yaml"))
            .play(
                stack,
                List.of(
                    "timer-after-the-gap",
                    "reopened",
                    "lost-hangup",
                    "failed-handoff",
                    "greeting-only",
                    "chats",
                    "mail"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DrainedReport(played, new DrainedReport.Effort(1, Duration.ofSeconds(1), Duration.ZERO))
        .print(new PrintStream(out, true, StandardCharsets.UTF_8), true);
    days = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)).path("days");
  }

  private static JsonNode of(String tenant, String family) {
    return PlayedFiles.of(days, tenant, "2026-03-02", family);
  }

  private static long total(String tenant, String family, String measure) {
    return of(tenant, family).path("totals").path(measure).asLong();
  }

  private static long totalOfAllDays(String tenant, String family, String measure) {
    long sum = 0;
    for (JsonNode entry : days) {
      boolean isWanted =
          entry.path("tenant").asText().equals(tenant)
              && entry.path("family").asText().equals(family);
      sum += isWanted ? entry.path("totals").path(measure).asLong() : 0;
    }
    return sum;
  }

  private static String figure(String tenant, String family, String figure) {
    return figure(of(tenant, family), figure);
  }

  private static String figure(JsonNode day, String figure) {
    JsonNode found = day.path("figures").path(figure);
    return found.path("numerator").asLong() + "/" + found.path("denominator").asLong();
  }

  @Test
  void aTimerThatEndsASolvedChatTheDayAfterMovesNoFigure() {
    String tenant = "timer-after-the-gap";
    assertThat(totalOfAllDays(tenant, "volume", "inbound")).isEqualTo(1);
    assertThat(totalOfAllDays(tenant, "volume", "bot_only")).isEqualTo(1);
    assertThat(total(tenant, "containment", "sessions")).isEqualTo(1);
    assertThat(total(tenant, "containment", "resolved_confirmed")).isEqualTo(1);
    assertThat(figure(tenant, "containment", "containment_settled")).isEqualTo("1/1");
    assertThat(figure(tenant, "first-contact-resolution", "fcr")).isEqualTo("1/1");
    assertThat(total(tenant, "first-contact-resolution", "episodes")).isEqualTo(1);
    assertThat(figure(tenant, "saving", "contacts_per_episode")).isEqualTo("1/1");
    assertThat(figure(tenant, "saving", "resolution_rate")).isEqualTo("1/1");
  }

  @Test
  void whoComesBackTheSameDayWasNotResolvedAtFirstContact() {
    assertThat(figure("reopened", "experience", "frt_human")).isEqualTo("600000/1");
    assertThat(figure("reopened", "first-contact-resolution", "fcr")).isEqualTo("0/1");
    assertThat(total("reopened", "first-contact-resolution", "repeats")).isEqualTo(1);
    assertThat(total("reopened", "containment", "handed_off")).isEqualTo(1);
    assertThat(figure("reopened", "handle-time", "aht")).isEqualTo("600000/1");
    assertThat(total("reopened", "volume", "inbound")).isEqualTo(1);
  }

  @Test
  void aLostHangupIsNoCallOfADay() {
    assertThat(figure("lost-hangup", "handle-time", "aht")).isEqualTo("600000/2");
    assertThat(total("lost-hangup", "handle-time", "open_legs")).isEqualTo(1);
    assertThat(total("lost-hangup", "handle-time", "effort_ms")).isEqualTo(600_000);
    assertThat(figure("lost-hangup", "service-level", "service_level")).isEqualTo("3/3");
    assertThat(figure("lost-hangup", "service-level", "asa")).isEqualTo("30000/3");
    assertThat(days)
        .filteredOn(entry -> entry.path("tenant").asText().equals("lost-hangup"))
        .filteredOn(entry -> entry.path("family").asText().equals("handle-time"))
        .filteredOn(entry -> !entry.path("day").asText().equals("2026-03-02"))
        .allMatch(entry -> entry.path("totals").path("handled_legs").asLong() == 0);
  }

  @Test
  void whoAskedForAPersonAndGotNoneWasNotContained() {
    assertThat(total("failed-handoff", "containment", "handoff_failed")).isEqualTo(1);
    assertThat(figure("failed-handoff", "containment", "containment_technical")).isEqualTo("0/1");
    assertThat(figure("failed-handoff", "containment", "containment_settled")).isEqualTo("0/1");
    assertThat(figure("failed-handoff", "containment", "handoff_rate")).isEqualTo("1/1");
    assertThat(figure("failed-handoff", "first-contact-resolution", "fcr")).isEqualTo("0/1");
    assertThat(figure("failed-handoff", "saving", "contacts_per_episode")).isEqualTo("1/1");
    assertThat(figure("failed-handoff", "saving", "resolution_rate")).isEqualTo("0/1");
  }

  @Test
  void aGreetingIsNoContact() {
    assertThat(total("greeting-only", "containment", "sessions")).isEqualTo(2);
    assertThat(total("greeting-only", "containment", "not_engaged")).isEqualTo(4);
    assertThat(figure("greeting-only", "containment", "containment_technical")).isEqualTo("1/2");
    assertThat(figure("greeting-only", "containment", "containment_settled")).isEqualTo("1/2");
    assertThat(total("greeting-only", "volume", "inbound")).isEqualTo(2);
    assertThat(total("greeting-only", "volume", "unengaged")).isEqualTo(4);
    assertThat(figure("greeting-only", "saving", "contacts_per_episode")).isEqualTo("2/2");
    assertThat(of("greeting-only", "cost").path("totals").toString())
        .contains(
            "{\"resource\":\"BOT_SESSION\",\"key\":\"bot-1\",\"channel\":\"CHAT\",\"quantity\":2}");
  }

  @Test
  void threeChatsSideBySideAreAConcurrencyOfThree() {
    assertThat(figure("chats", "handle-time", "aht")).isEqualTo("10800000/3");
    assertThat(figure("chats", "occupancy", "concurrency")).isEqualTo("10800000/3600000");
    assertThat(total("chats", "occupancy", "handling_ms")).isEqualTo(3_600_000);
    assertThat(total("chats", "occupancy", "effort_ms")).isEqualTo(6_600_000);
  }

  @Test
  void aWeekendBetweenQuestionAndAnswerIsNoBusinessTime() {
    JsonNode experience = PlayedFiles.of(days, "mail", "2026-03-09", "experience");
    assertThat(figure(experience, "frt_human")).isEqualTo("223800000/1");
    assertThat(figure(experience, "frt_human_business")).isEqualTo("600000/1");
    assertThat(figure(experience, "frt_any_business")).isEqualTo("600000/1");

    JsonNode resolution = PlayedFiles.of(days, "mail", "2026-03-09", "resolution");
    assertThat(figure(resolution, "resolution_time")).isEqualTo("223860000/1");
    assertThat(figure(resolution, "resolution_time_business")).isEqualTo("660000/1");
    assertThat(figure(resolution, "reply_time")).isEqualTo("223800000/1");
  }
}

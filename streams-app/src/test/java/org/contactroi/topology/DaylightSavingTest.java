package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.KpiRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hours and days of a tenant in Kolkata, five and a half hours ahead of UTC all year, and of one in
 * St. John's, three and a half hours behind it and two and a half in summer.
 */
class DaylightSavingTest {

  private static final String KOLKATA = "kolkata";
  private static final String ST_JOHNS = "st-johns";

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven =
        new Driven(
            stateDir,
            Map.of(
                "policy.kolkata.zone", "Asia/Kolkata",
                "policy.st-johns.zone", "America/St_Johns"));
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  /** An interaction ends in the middle of every half hour from one instant until another. */
  private void everyHalfHour(String tenant, String from, String until) {
    Instant end = Instant.parse(until);
    for (Instant at = Instant.parse(from).plus(Duration.ofMinutes(15));
        at.isBefore(end);
        at = at.plus(Duration.ofMinutes(30))) {
      driven.send(ended(tenant, at));
    }
    driven.flush();
  }

  /** A contact that begins and ends at an instant. */
  private static InteractionEvent[] ended(String tenant, Instant at) {
    return Stream.of(Sent.brief("at " + at, at.toString()))
        .map(event -> InteractionEvent.newBuilder(event).setTenantId(tenant).build())
        .toArray(InteractionEvent[]::new);
  }

  /** Windows of one size, by start. */
  private List<KpiRecord> windows(String tenant, String size) {
    return driven.alive(TOPICS.kpi(Volume.FAMILY)).values().stream()
        .map(KpiRecord.class::cast)
        .filter(kpi -> kpi.getTenantId().equals(tenant))
        .filter(kpi -> kpi.getSlice().equals("all") && kpi.getWindow().equals(size))
        .toList();
  }

  /** Start, length and interactions of every day. */
  private List<String> days(String tenant) {
    return windows(tenant, "day").stream()
        .map(
            day ->
                "%s %d h %d"
                    .formatted(
                        day.getStart(),
                        Duration.between(day.getStart(), day.getEnd()).toHours(),
                        day.getTotals().getVolume().getInbound()))
        .toList();
  }

  @Test
  void theDayClocksGoForwardInStJohnsHas23Hours() {
    everyHalfHour(ST_JOHNS, "2026-03-07T03:30:00Z", "2026-03-10T02:30:00Z");

    assertThat(days(ST_JOHNS))
        .containsExactly(
            "2026-03-07T03:30:00Z 24 h 48",
            "2026-03-08T03:30:00Z 23 h 46",
            "2026-03-09T02:30:00Z 24 h 48");
  }

  @Test
  void theDayClocksGoBackInStJohnsHas25Hours() {
    everyHalfHour(ST_JOHNS, "2025-11-01T02:30:00Z", "2025-11-04T03:30:00Z");

    assertThat(days(ST_JOHNS))
        .containsExactly(
            "2025-11-01T02:30:00Z 24 h 48",
            "2025-11-02T02:30:00Z 25 h 50",
            "2025-11-03T03:30:00Z 24 h 48");
  }

  @Test
  void aDayInKolkataBeginsAtHalfPastSixInTheEveningOfUtc() {
    everyHalfHour(KOLKATA, "2026-03-07T18:30:00Z", "2026-03-09T18:30:00Z");

    assertThat(days(KOLKATA))
        .containsExactly("2026-03-07T18:30:00Z 24 h 48", "2026-03-08T18:30:00Z 24 h 48");
  }

  @Test
  void theLastMillisecondOfADayIsTheTenantsOwn() {
    driven
        .send(ended(KOLKATA, Instant.parse("2026-03-08T18:29:59.999Z")))
        .send(ended(KOLKATA, Instant.parse("2026-03-08T18:30:00Z")))
        .send(ended(ST_JOHNS, Instant.parse("2026-03-09T02:29:59.999Z")))
        .send(ended(ST_JOHNS, Instant.parse("2026-03-09T02:30:00Z")))
        .flush();

    assertThat(days(KOLKATA))
        .containsExactly("2026-03-07T18:30:00Z 24 h 1", "2026-03-08T18:30:00Z 24 h 1");
    assertThat(days(ST_JOHNS))
        .containsExactly("2026-03-08T03:30:00Z 23 h 1", "2026-03-09T02:30:00Z 24 h 1");
  }

  @Test
  void hoursBeginAtTheHalfHourOfUtcAndFillTheDayTheClocksChange() {
    everyHalfHour(ST_JOHNS, "2026-03-08T03:30:00Z", "2026-03-09T02:30:00Z");

    assertThat(windows(ST_JOHNS, "hour"))
        .hasSize(23)
        .allSatisfy(
            hour -> {
              assertThat(hour.getStart().toString()).endsWith(":30:00Z");
              assertThat(Duration.between(hour.getStart(), hour.getEnd()))
                  .isEqualTo(Duration.ofHours(1));
              assertThat(hour.getTotals().getVolume().getInbound()).isEqualTo(2);
            });
  }
}

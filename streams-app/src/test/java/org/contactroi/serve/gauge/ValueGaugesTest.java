package org.contactroi.serve.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.serve.ReadSide.HOUR;
import static org.contactroi.serve.ReadSide.MINUTE;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Histogram;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.Occupancy;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.contactroi.serve.Published;
import org.contactroi.serve.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueGaugesTest {

  private static final long NOON = Instant.parse("1999-01-04T12:00:00Z").toEpochMilli();
  private static final Slice NIGHT = new Slice("team", List.of("night"));

  @TempDir Path folder;
  private ReadSide side;

  @BeforeEach
  void open() {
    side = new ReadSide(folder, "id", 2);
    side.reader.assign();
  }

  @AfterEach
  void close() {
    side.close();
  }

  @Test
  void scoresAreInPointsAndMayBeNegative() {
    minute(
        Totals.builder(Experience.FAMILY)
            .add(Experience.CSAT_OFFERED, 8)
            .add(Experience.CSAT_ANSWERS, 4)
            .add(Experience.CSAT_TOP_BOX, 3)
            .add(Experience.NPS_PROMOTERS, 1)
            .add(Experience.NPS_PASSIVES, 1)
            .add(Experience.NPS_DETRACTORS, 2));

    assertThat(side.gauge("contact_roi_csat_ratio")).isEqualTo(0.75);
    assertThat(side.gauge("contact_roi_survey_response_ratio")).isEqualTo(0.5);
    assertThat(side.gauge("contact_roi_nps_points")).isEqualTo(-25);
    assertThat(side.gauge("contact_roi_surveys", "kind=\"nps_detractor\"")).isEqualTo(2);
    assertThat(side.gauge("contact_roi_ces_points")).isNull();
  }

  @Test
  void firstResponsesAreSecondsByWhoGaveThem() {
    minute(
        Totals.builder(Experience.FAMILY)
            .add(Experience.FRT_BOT_COUNT, 2)
            .add(Experience.FRT_BOT_MS, 3_000)
            .add(Experience.FRT_BOT_HISTOGRAM, Distribution.of(Histogram.bucket(1_000), 2)));

    assertThat(firstResponse("bot", "")).isEqualTo(1.5);
    assertThat(firstResponse("bot", "0.9")).isEqualTo(1.004);
    assertThat(firstResponse("human", "")).isNull();
    assertThat(side.gauge("contact_roi_first_responses", "by=\"bot\"")).isEqualTo(2);
    assertThat(side.gauge("contact_roi_first_responses", "by=\"human\"")).isZero();
  }

  @Test
  void salesAreAmountsOfTheirCurrencyAndRefundsSubtract() {
    minute(
        Totals.builder(Sales.FAMILY)
            .add(Sales.CONVERTED, 1)
            .add(Sales.INBOUND, 4)
            .add(Sales.SALES, sale("NEW", 2, 30_500_000, 6_100_000))
            .add(Sales.SALES, sale("REFUND", 1, -10_000_000, -2_000_000)));

    assertThat(side.gauge("contact_roi_conversion_ratio")).isEqualTo(0.25);
    assertThat(sales("contact_roi_sales", "NEW")).isEqualTo(2);
    assertThat(sales("contact_roi_sales_amount", "NEW")).isEqualTo(30.5);
    assertThat(sales("contact_roi_sales_margin", "NEW")).isEqualTo(6.1);
    assertThat(sales("contact_roi_sales_amount", "REFUND")).isEqualTo(-10);
    assertThat(sales("contact_roi_sales_amount", "UPSELL")).isNull();
  }

  @Test
  void usageIsByResourceAndChannelAndItsKeysAreSummed() {
    minute(
        Totals.builder(Cost.FAMILY)
            .add(Cost.HANDLED_BY_HUMAN, 2)
            .add(Cost.USAGE, usage("AGENT", "grade:1", "VOICE", 60_000))
            .add(Cost.USAGE, usage("AGENT", "queue:b", "VOICE", 30_000))
            .add(Cost.USAGE, usage("AGENT", "queue:b", "CHAT", 6_000))
            .add(Cost.USAGE, usage("BOT_MESSAGE", "v7", "CHAT", 9)));

    assertThat(used("contact_roi_usage_seconds", "cost", "AGENT", "VOICE")).isEqualTo(90);
    assertThat(used("contact_roi_usage_seconds", "cost", "AGENT", "CHAT")).isEqualTo(6);
    assertThat(used("contact_roi_usage", "cost", "BOT_MESSAGE", "CHAT")).isEqualTo(9);
    assertThat(used("contact_roi_usage", "cost", "AGENT", "VOICE")).isNull();
    assertThat(side.gauge("contact_roi_effort_per_interaction_seconds")).isEqualTo(48);
  }

  @Test
  void savingShowsItsQuantitiesAndHowMuchOfThemIsSettled() {
    minute(
        Totals.builder(Saving.FAMILY)
            .add(Saving.OPEN_UNTIL, Distribution.of(day("1999-01-02"), 3))
            .add(Saving.OPEN_UNTIL, Distribution.of(day("1999-01-20"), 1))
            .add(Saving.CELLS, Breakdown.of(List.of("CHAT", "bill"), 3, 5, 2, 240_000, 1))
            .add(Saving.CELLS, Breakdown.of(List.of("CHAT", "AGENT"), 1, 1, 1, 60_000, 1))
            .add(
                Saving.USAGE,
                Breakdown.of(List.of("CHAT", "AGENT", "BOT_SESSION", "v7", "SMS"), 4)));

    assertThat(side.gauge("contact_roi_contacts_per_episode")).isEqualTo(1.5);
    assertThat(side.gauge("contact_roi_handled_contacts_ratio")).isEqualTo(0.5);
    assertThat(side.gauge("contact_roi_effort_per_handled_contact_seconds")).isEqualTo(100);
    assertThat(side.gauge("contact_roi_resolution_ratio")).isEqualTo(0.5);
    assertThat(side.gauge("contact_roi_saving_episodes", "kind=\"resolved\"")).isEqualTo(2);
    assertThat(side.gauge("contact_roi_saving_effort_seconds")).isEqualTo(300);
    assertThat(used("contact_roi_usage", "saving", "BOT_SESSION", "SMS")).isEqualTo(4);
    assertThat(side.gauge("contact_roi_settled_ratio", "family=\"saving\"")).isEqualTo(0.75);
  }

  @Test
  void occupancyIsThatOfTheLastWholeHourAndOfTheLast24() {
    hour(NIGHT, NOON - 26 * HOUR, 1, NOON + HOUR / 2);
    hour(NIGHT, NOON - 24 * HOUR, 10, NOON + HOUR / 2);
    hour(NIGHT, NOON - HOUR, 100, NOON + HOUR / 2);
    hour(NIGHT, NOON, 1_000, NOON + HOUR / 2);
    side.reader.poll();

    assertThat(handling("1h")).isEqualTo(100);
    assertThat(handling("1d")).isEqualTo(110);
    assertThat(handling("15m")).isNull();
    assertThat(side.gauge("contact_roi_occupancy_ratio", "value=\"night\"")).isEqualTo(0.5);

    hour(NIGHT, NOON + HOUR, 1, NOON + HOUR);
    side.reader.poll();

    assertThat(handling("1h")).isEqualTo(1_000);
    assertThat(handling("1d")).isEqualTo(1_100);
  }

  @Test
  void anHourThatChangesOrGoesMovesOccupancy() {
    hour(NIGHT, NOON - HOUR, 100, NOON);
    hour(NIGHT, NOON - 2 * HOUR, 7, NOON);
    side.reader.poll();
    assertThat(handling("1d")).isEqualTo(107);

    hour(NIGHT, NOON - HOUR, 50, NOON);
    side.reader.poll();
    assertThat(handling("1d")).isEqualTo(57);

    side.add(Published.TOPICS.kpi(Occupancy.FAMILY), key(NIGHT, NOON - HOUR).row().text(), null);
    side.reader.poll();

    assertThat(handling("1d")).isEqualTo(7);
  }

  @Test
  void occupancyIsShownAfterARestart() {
    hour(NIGHT, NOON - HOUR, 100, NOON);
    side.reader.poll();
    side.close();

    side = new ReadSide(folder, "id", 2);

    assertThat(handling("1h")).isEqualTo(100);
  }

  @Test
  void valuesOfASliceAreCountedWithAndWithoutGauges() {
    for (String team : List.of("c", "a", "b")) {
      hour(new Slice("team", List.of(team)), NOON - HOUR, 1, NOON);
    }
    side.reader.poll();

    assertThat(side.gauge("contact_roi_slice_values", "slice=\"team\"")).isEqualTo(3);
    assertThat(side.gauge("contact_roi_slice_values_capped", "slice=\"team\"")).isEqualTo(1);
    assertThat(side.gauge("contact_roi_agent_seconds", "value=\"b\"")).isEqualTo(1);
    assertThat(side.gauge("contact_roi_agent_seconds", "value=\"c\"")).isNull();
  }

  private void minute(Totals.Builder totals) {
    side.minute(totals.build(), NOON - MINUTE, NOON);
    side.reader.poll();
  }

  private void hour(Slice slice, long start, long seconds, long watermark) {
    Totals totals =
        Totals.builder(Occupancy.FAMILY)
            .add(Occupancy.HANDLING_MS, seconds * 1_000)
            .add(Occupancy.IDLE_MS, seconds * 1_000)
            .build();
    side.add(
        Published.TOPICS.kpi(Occupancy.FAMILY),
        key(slice, start).row().text(),
        Published.kpi(totals, start, start + HOUR, watermark, 0));
  }

  private static TotalsKey key(Slice slice, long start) {
    return new TotalsKey("acme", Occupancy.FAMILY, slice, WindowSize.HOUR, start);
  }

  private @Nullable Double handling(String window) {
    return side.gauge(
        "contact_roi_agent_seconds", "kind=\"handling\"", "window=\"%s\"".formatted(window));
  }

  private @Nullable Double firstResponse(String by, String quantile) {
    return side.gauge(
        "contact_roi_first_response_seconds",
        "by=\"%s\"".formatted(by),
        "quantile=\"%s\"".formatted(quantile));
  }

  private @Nullable Double sales(String name, String kind) {
    return side.gauge(
        name, "attribution=\"AGENT\"", "currency=\"EUR\"", "kind=\"%s\"".formatted(kind));
  }

  private @Nullable Double used(String name, String family, String resource, String channel) {
    return side.gauge(
        name,
        "family=\"%s\"".formatted(family),
        "resource=\"%s\"".formatted(resource),
        "channel=\"%s\"".formatted(channel));
  }

  private static Breakdown sale(String kind, long count, long amount, long margin) {
    return Breakdown.of(List.of("EUR", kind, "AGENT"), count, amount, margin);
  }

  private static Breakdown usage(String resource, String key, String channel, long quantity) {
    return Breakdown.of(List.of(resource, key, channel), quantity);
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}

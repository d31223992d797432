package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.Occupancy;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the figures say, from totals written by hand. */
class FigureTest {

  private static final long MINUTE = 60_000;

  private static Figure figure(Family family, String name) {
    return family.figure(name);
  }

  private static Ratio of(Totals.Builder totals, String name) {
    Totals built = totals.build();
    return figure(built.family(), name).from(built);
  }

  private static Totals.Builder nps(long promoters, long passives, long detractors) {
    return Totals.builder(Experience.FAMILY)
        .add(Experience.NPS_PROMOTERS, promoters)
        .add(Experience.NPS_PASSIVES, passives)
        .add(Experience.NPS_DETRACTORS, detractors);
  }

  private static Breakdown cell(String issue, long... quantities) {
    return Breakdown.of(List.of("CHAT", issue), quantities);
  }

  @ParameterizedTest
  @MethodSource("org.contactroi.kpi.family.Families#all")
  void figuresOfNothingAreUndefined(Family family) {
    Totals nothing = Totals.zero(family);

    assertThat(family.figures()).noneMatch(figure -> figure.from(nothing).isDefined());
  }

  @ParameterizedTest
  @MethodSource("org.contactroi.kpi.family.Families#all")
  void namesOfFiguresAreDistinctWithinAFamily(Family family) {
    assertThat(family.figures()).extracting(Figure::name).doesNotHaveDuplicates();
  }

  @Test
  void csatIsTheShareOfTopBoxAnswers() {
    Totals.Builder totals =
        Totals.builder(Experience.FAMILY)
            .add(Experience.CSAT_OFFERED, 3_000)
            .add(Experience.CSAT_ANSWERS, 1_500)
            .add(Experience.CSAT_TOP_BOX, 1_000);

    assertThat(of(totals, "csat")).isEqualTo(new Ratio(1_000, 1_500));
    assertThat(of(totals, "response_rate")).isEqualTo(new Ratio(1_500, 3_000));
  }

  @Test
  void npsIsPromotersMinusDetractorsInPointsAndMayBeNegative() {
    assertThat(of(nps(6, 2, 2), "nps")).isEqualTo(new Ratio(400, 10));
    assertThat(of(nps(2, 2, 6), "nps")).isEqualTo(new Ratio(-400, 10));
    assertThat(of(nps(0, 0, 1), "nps")).isEqualTo(new Ratio(-100, 1));
    assertThat(of(nps(0, 7, 0), "nps")).isEqualTo(new Ratio(0, 7));
    assertThat(figure(Experience.FAMILY, "nps").unit()).isEqualTo(Figure.Unit.POINTS);
  }

  @Test
  void cesIsTheMeanEaseInPoints() {
    // 7 of 1 to 7 is 100 points, 4 is 50, 2 is 16.67.
    Totals.Builder totals =
        Totals.builder(Experience.FAMILY)
            .add(Experience.CES_ANSWERS, 3)
            .add(Experience.CES_EASE_SUM, 10_000 + 5_000 + 1_667);

    assertThat(of(totals, "ces")).isEqualTo(new Ratio(16_667, 300));
  }

  @Test
  void firstResponsesOfBotAndHumanHaveTheirOwnMeanAndPercentiles() {
    Totals.Builder totals =
        Totals.builder(Experience.FAMILY)
            .add(Experience.FRT_ANY_COUNT, 3)
            .add(Experience.FRT_ANY_MS, 66)
            .add(Experience.FRT_ANY_HISTOGRAM, Distribution.of(1, 2))
            .add(Experience.FRT_ANY_HISTOGRAM, Distribution.of(Histogram.bucket(64), 1))
            .add(Experience.FRT_HUMAN_COUNT, 1)
            .add(Experience.FRT_HUMAN_MS, 1_000)
            .add(Experience.FRT_HUMAN_HISTOGRAM, Distribution.of(Histogram.bucket(1_000), 1));

    assertThat(of(totals, "frt_any")).isEqualTo(new Ratio(66, 3));
    assertThat(of(totals, "frt_any_p50")).isEqualTo(new Ratio(1, 1));
    assertThat(of(totals, "frt_any_p90")).isEqualTo(new Ratio(64, 1));
    assertThat(of(totals, "frt_human")).isEqualTo(new Ratio(1_000, 1));
    assertThat(of(totals, "frt_human_p90")).isEqualTo(new Ratio(1_004, 1));
    assertThat(of(totals, "frt_bot").isDefined()).isFalse();
    assertThat(of(totals, "frt_bot_p50").isDefined()).isFalse();
  }

  @Test
  void conversionIsTheShareOfInboundInteractionsWithASale() {
    Totals.Builder totals =
        Totals.builder(Sales.FAMILY).add(Sales.CONVERTED, 3).add(Sales.INBOUND, 40);

    assertThat(of(totals, "conversion")).isEqualTo(new Ratio(3, 40));
  }

  @Test
  void conversionOfSalesWithoutAnInteractionInTheWindowIsUndefined() {
    Totals.Builder totals =
        Totals.builder(Sales.FAMILY)
            .add(Sales.SALES, Breakdown.of(List.of("EUR", "NEW", "AGENT"), 1, 1_000_000, 0));

    assertThat(of(totals, "conversion").isDefined()).isFalse();
  }

  @Test
  void handlingIsDividedByAvailableAndByPaidTimeAndItsSumByItsUnion() {
    Totals.Builder hour =
        Totals.builder(Occupancy.FAMILY)
            .add(Occupancy.HANDLING_MS, 30 * MINUTE)
            .add(Occupancy.IDLE_MS, 15 * MINUTE)
            .add(Occupancy.PAID_MS, 60 * MINUTE)
            .add(Occupancy.EFFORT_MS, 31 * MINUTE)
            .add(Occupancy.HANDLING_SUM_MS, 36 * MINUTE);

    assertThat(of(hour, "occupancy")).isEqualTo(new Ratio(30 * MINUTE, 45 * MINUTE));
    assertThat(of(hour, "concurrency")).isEqualTo(new Ratio(36 * MINUTE, 30 * MINUTE));
    assertThat(of(hour, "utilisation")).isEqualTo(new Ratio(30 * MINUTE, 60 * MINUTE));
  }

  @Test
  void savingFiguresAreRatiosOfTheSumsOverAllCells() {
    Totals.Builder totals =
        Totals.builder(Saving.FAMILY)
            .add(Saving.CELLS, cell("billing", 10, 15, 6, 36 * MINUTE, 8))
            .add(Saving.CELLS, cell("refund", 2, 3, 3, 9 * MINUTE, 0));

    assertThat(of(totals, "contacts_per_episode")).isEqualTo(new Ratio(18, 12));
    assertThat(of(totals, "handled_share")).isEqualTo(new Ratio(9, 18));
    assertThat(of(totals, "effort_per_handled_contact")).isEqualTo(new Ratio(45 * MINUTE, 9));
    assertThat(of(totals, "resolution_rate")).isEqualTo(new Ratio(8, 12));
  }

  @Test
  void effortPerInteractionCountsTheTimeOfPeopleAlone() {
    Totals.Builder totals =
        Totals.builder(Cost.FAMILY)
            .add(Cost.HANDLED_BY_HUMAN, 2)
            .add(Cost.BOT_ONLY, 3)
            .add(Cost.HANDLED_BY_NONE, 1)
            .add(Cost.USAGE, Breakdown.of(List.of("AGENT", "grade:1", "VOICE"), 4 * MINUTE))
            .add(Cost.USAGE, Breakdown.of(List.of("AGENT", "queue:b", "CHAT"), 2 * MINUTE))
            .add(Cost.USAGE, Breakdown.of(List.of("TELEPHONY", "queue:b", "VOICE"), 9 * MINUTE));

    assertThat(of(totals, "effort_per_interaction")).isEqualTo(new Ratio(6 * MINUTE, 6));
  }

  @Test
  void anOverflowIsAnErrorAndNeverAWrongFigure() {
    assertThatThrownBy(() -> of(nps(Long.MAX_VALUE / 50, 0, 0), "nps"))
        .isInstanceOf(ArithmeticException.class);
  }
}

package org.contactroi.roi.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contactroi.roi.valuation.Center.AGENT;
import static org.contactroi.roi.valuation.Center.DAY;
import static org.contactroi.roi.valuation.Center.HOUR_MS;
import static org.contactroi.roi.valuation.Center.MINUTE_MS;
import static org.contactroi.roi.valuation.Center.euros;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Amount.Unpriced;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.BaselineRow.Sample;
import org.contactroi.roi.baseline.Baselines;
import org.contactroi.roi.baseline.DerivedRows;
import org.contactroi.roi.baseline.SavingCell;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.price.DayTotals;
import org.contactroi.roi.price.Explanation;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.rate.RateUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class SavingsTest {

  private static final RateRow WAGE = Center.wage(euros(60));

  @Test
  void cellWithoutBaselineCountsOnNeitherSideAndItsEpisodesAreCounted() {
    Totals chat =
        Totals.builder(Saving.FAMILY)
            .add(Saving.CELLS, Breakdown.of(List.of("CHAT", "i"), 3, 3, 3, HOUR_MS, 3))
            .add(
                Saving.USAGE,
                Breakdown.of(List.of("CHAT", "i", "AGENT", "queue:q", "CHAT"), HOUR_MS))
            .build();
    Reference reference = Center.reference(Center.baseline(10 * MINUTE_MS), WAGE);

    Account account = account(reference, Center.episodes(2, 2, 5 * MINUTE_MS).plus(chat));

    assertThat(account.get(Component.COUNTERFACTUAL)).isEqualTo(Amount.of(euros(20)));
    assertThat(account.get(Component.ACTUAL)).isEqualTo(Amount.of(euros(5)));
    assertThat(account.get(Count.EPISODES)).isEqualTo(5);
    assertThat(account.get(Count.EPISODES_WITHOUT_BASELINE)).isEqualTo(3);
  }

  @Test
  void rowOfAnIssueGoesBeforeThatOfAllIssues() {
    Sample unknown = new Sample(0, 0, 0, 0);
    BaselineRow all = new BaselineRow("VOICE", "*", Map.of(AGENT, HOUR_MS), null, unknown);
    BaselineRow issue = new BaselineRow("VOICE", "i", Map.of(AGENT, MINUTE_MS), null, unknown);

    assertThat(Center.baseline(all, issue).row(new SavingCell("VOICE", "i"))).isEqualTo(issue);
    assertThat(Center.baseline(issue, all).row(new SavingCell("VOICE", "other"))).isEqualTo(all);
    assertThat(Center.baseline(issue, all).row(new SavingCell("CHAT", "i"))).isNull();
  }

  @Test
  void savingMayBeNegative() {
    Reference reference = Center.reference(Center.baseline(10 * MINUTE_MS), WAGE);

    Account account = account(reference, Center.episodes(1, 3, 30 * MINUTE_MS));

    assertThat(account.saving()).isEqualTo(Amount.of(euros(-20)));
  }

  @Test
  void realisedShareIsCashableAndTheRestIsCapacityInMoneyAndInPaidHours() {
    RateRow utilised =
        new RateRow(
            "r", Resource.AGENT, "*", "*", RateUnit.HOUR, euros(60), "EUR", 0, null, 5_000, "note");
    Reference reference = Center.reference(Center.baseline(10 * MINUTE_MS), utilised);
    Valuation valuation = Center.valuation(reference, Center.policy(DAY, 2_500, false));

    Account account = valuation.account(Center.day(DAY, Center.episodes(1, 1, 6 * MINUTE_MS)));

    assertThat(account.saving()).isEqualTo(Amount.of(euros(8)));
    assertThat(account.get(Component.CASHABLE)).isEqualTo(Amount.of(euros(2)));
    assertThat(account.capacity()).isEqualTo(Amount.of(euros(6)));
    assertThat(account.get(Count.SAVED_PAID_MS)).isEqualTo(8 * MINUTE_MS);
    assertThat(account.capacityPaidMs()).isEqualTo(6 * MINUTE_MS);
  }

  @Test
  void savingWithoutAllPricesIsUndefinedAndSaysWhatIsMissing() {
    Reference reference = Center.reference(Center.baseline(10 * MINUTE_MS));

    Account account = account(reference, Center.episodes(2, 2, 5 * MINUTE_MS));

    assertThat(account.saving().orNull()).isNull();
    assertThat(account.capacityPaidMs()).isNull();
    assertThat(account.benefit().orNull()).isNull();
    assertThat(account.roi().isDefined()).isFalse();
    assertThat(account.saving().missing())
        .containsExactly(new Unpriced("AGENT", "queue:q", 25 * MINUTE_MS));
  }

  @Test
  void missingPriceOfVeryLittleIsMissingAllTheSame() {
    BaselineRow little =
        new BaselineRow("VOICE", "*", Map.of(AGENT, 1L), null, new Sample(0, 0, 0, 0));

    Account account = account(Center.reference(Center.baseline(little)), Center.episodes(1, 1, 0));

    assertThat(account.saving().orNull()).isNull();
  }

  @Test
  void savingsCountFromGoLiveAndAiRunCostBefore() {
    Reference reference =
        Center.reference(
            Center.baseline(10 * MINUTE_MS),
            WAGE,
            Center.rate(Resource.BOT_SESSION, RateUnit.EACH, euros(1)));
    Totals pilot =
        Center.episodes(1, 1, 5 * MINUTE_MS)
            .plus(
                Totals.builder(Saving.FAMILY)
                    .add(Saving.USAGE, Center.used("BOT_SESSION", "v1", 2))
                    .build());

    Account account =
        Center.valuation(reference, Center.policy(DAY.plusDays(1), 10_000, false))
            .account(Center.day(DAY, pilot));

    assertThat(account.get(Component.COUNTERFACTUAL)).isEqualTo(Amount.ZERO);
    assertThat(account.get(Count.EPISODES)).isZero();
    assertThat(account.cost()).isEqualTo(Amount.of(euros(2)));
  }

  @Test
  void frozenMoneyIsShownAsSuchAndLeftOutWhereRatesAreTried() {
    Totals episodes = Center.episodes(2, 2, 5 * MINUTE_MS);
    Reference official = Center.reference(Center.frozen(20), WAGE);
    Reference tried =
        new Reference(
            official.rates(),
            official.fx(),
            official.baselines().withoutFrozen(),
            official.ledger());

    Account account = account(official, episodes);
    Account other = account(tried, episodes);

    assertThat(account.saving()).isEqualTo(Amount.of(euros(35)));
    assertThat(account.get(Component.FROZEN)).isEqualTo(Amount.of(euros(40)));
    assertThat(account.get(Count.EPISODES_FROZEN)).isEqualTo(2);
    assertThat(other.saving()).isEqualTo(Amount.ZERO);
    assertThat(other.get(Count.EPISODES_WITHOUT_BASELINE)).isEqualTo(2);
  }

  @Test
  void savingIsExplainedByRepeatsThenContainmentThenHandleTime() {
    Totals hour =
        Totals.builder(Saving.FAMILY)
            .add(Saving.CELLS, Breakdown.of(List.of("VOICE", "i"), 10, 12, 6, 48 * MINUTE_MS, 10))
            .add(Saving.USAGE, Center.used("AGENT", "queue:q", 48 * MINUTE_MS))
            .build();
    Reference reference = Center.reference(Center.baseline(10 * MINUTE_MS), WAGE);

    Explanation explanation = explanation(reference, hour);

    assertThat(explanation.repeats()).isEqualTo(Fraction.of(euros(-20)));
    assertThat(explanation.containment()).isEqualTo(Fraction.of(euros(60)));
    assertThat(explanation.handleTime()).isEqualTo(Fraction.of(euros(12)));
    assertThat(explanation.other()).isEqualTo(Fraction.ZERO);
    assertThat(explanation.rounding()).isEqualTo(Fraction.ZERO);
  }

  @Test
  void withoutContactsInTheBaselineEverythingIsOther() {
    Reference reference = Center.reference(Center.frozen(20), WAGE);

    Explanation explanation = explanation(reference, Center.episodes(1, 1, 5 * MINUTE_MS));

    assertThat(explanation.other()).isEqualTo(Fraction.of(euros(15)));
    assertThat(explanation.saving()).isEqualTo(Fraction.of(euros(15)));
  }

  @Test
  void savingWithoutAllPricesIsNotExplained() {
    DayTotals day = Center.day(DAY, Center.episodes(1, 1, 5 * MINUTE_MS));
    Reference reference = Center.reference(Center.baseline(HOUR_MS));

    Optional<Explanation> explanation = explanation(Center.valuation(reference), day);

    assertThat(explanation).isEmpty();
  }

  @RepeatedTest(20)
  void rowsOfAnExplanationSumToThePublishedSavingOfADay(Random random) {
    BaselineRow row =
        new BaselineRow(
            "VOICE",
            "*",
            Map.of(AGENT, 1 + random.nextLong(HOUR_MS * 1_000)),
            null,
            new Sample(
                997,
                1_000 + random.nextInt(500),
                1 + random.nextInt(900),
                1 + random.nextInt(1 << 30)));
    Reference reference =
        Center.reference(Center.baseline(row), Center.wage(random.nextInt(1 << 30)));
    DayTotals day = Center.day(DAY, hours(random).toArray(Totals[]::new));
    Valuation valuation = Center.valuation(reference);

    Explanation explanation = explanation(valuation, day).orElseThrow();

    assertThat(explanation.saving())
        .isEqualTo(Fraction.of(valuation.account(day).saving().micros()));
  }

  @RepeatedTest(20)
  void dayIsTheSumOfItsHoursInAnyOrder(Random random) {
    Reference reference =
        Center.reference(
            Center.baseline(random.nextInt(1 << 22)), Center.wage(random.nextInt(1 << 30)));
    Valuation valuation = Center.valuation(reference);
    List<Totals> hours = hours(random);

    Account day = valuation.account(Center.day(DAY, hours.toArray(Totals[]::new)));
    Collections.shuffle(hours, random);
    Account shuffled = valuation.account(Center.day(DAY, hours.toArray(Totals[]::new)));
    Account sum = Account.ZERO;
    for (Totals hour : hours) {
      sum = sum.plus(valuation.account(Center.day(DAY, hour)));
    }

    assertThat(shuffled).isEqualTo(day).hasSameHashCodeAs(day);
    assertThat(sum.saving()).isEqualTo(day.saving());
    assertThat(sum.get(Count.SAVED_PAID_MS)).isEqualTo(day.get(Count.SAVED_PAID_MS));
  }

  @Test
  void baselineOfTheLatestDayOnOrBeforeIsHeldAgainstAndThenTheGreaterId() {
    Baseline early = valid("z", 0);
    Baseline a = valid("a", 2);
    Baseline b = valid("b", 2);
    Baselines baselines = new Baselines(List.of(a, early, b));

    assertThat(baselines.at(DAY.minusDays(1))).isNull();
    assertThat(baselines.at(DAY.plusDays(1))).isEqualTo(early);
    assertThat(baselines.at(DAY.plusDays(2))).isEqualTo(b);
  }

  @Test
  void baselineDerivedOfAPeriodHoldsWhatItsEpisodesNeededOfPeople() {
    Totals period =
        Center.episodes(8, 9, 80 * MINUTE_MS)
            .plus(
                Totals.builder(Saving.FAMILY)
                    .add(Saving.USAGE, Center.used("BOT_SESSION", "v1", 5))
                    .build());

    List<BaselineRow> rows = DerivedRows.of(period);

    assertThat(rows)
        .containsExactly(
            new BaselineRow(
                "VOICE",
                "i",
                Map.of(AGENT, 10_000 * MINUTE_MS),
                null,
                new Sample(8, 9, 9, 80 * MINUTE_MS)));
    assertThat(
            account(
                    Center.reference(Center.baseline(rows.get(0)), WAGE),
                    Center.episodes(8, 9, 80 * MINUTE_MS))
                .saving())
        .isEqualTo(Amount.ZERO);
  }

  @Test
  void baselineIsNeverRewritten() {
    Baselines baselines = new Baselines(List.of(valid("b", 0)));

    assertThat(baselines.refusals(valid("b", 0))).isEmpty();
    assertThat(baselines.refusals(valid("c", 1))).isEmpty();
    assertThat(baselines.refusals(valid("b", 1)))
        .singleElement()
        .satisfies(
            refusal ->
                assertThat(refusal.reason())
                    .isEqualTo(
                        "is 'b'; allowed: an id of its own, because the baseline there never changes"));
  }

  @Test
  void moneyIsForBaselinesByHand() {
    BaselineRow money = Center.frozen(1).rows().get(0);

    assertThatThrownBy(
            () ->
                new Baseline(
                    "b", BaselineMethod.PRE_PERIOD, DAY, DAY, DAY, 0, List.of(money), Map.of()))
        .hasMessage(
            "money is 'VOICE *'; allowed: usage; money per episode is for the method MANUAL");
    assertThatThrownBy(() -> new BaselineRow("VOICE", "*", Map.of(), null, new Sample(1, 1, 1, 1)))
        .hasMessage("usage is '{}'; allowed: usage or money, and not both");
    assertThatThrownBy(() -> Center.baseline(money, money))
        .hasMessage("row is 'VOICE *'; allowed: one per channel and issue");
    assertThatThrownBy(() -> new Sample(1, 1, 2, 1))
        .hasMessage("handled-contacts is '2'; allowed: 0 to 1");
  }

  @Test
  void scoresLieOnTheirScales() {
    assertThatThrownBy(
            () ->
                new Baseline(
                    "b",
                    BaselineMethod.MANUAL,
                    DAY,
                    DAY,
                    DAY,
                    0,
                    List.of(),
                    Map.of(Score.CSAT, -1)))
        .hasMessage("CSAT is '-1'; allowed: 0 to 10000");
  }

  private static Baseline valid(String id, int days) {
    return new Baseline(
        id, BaselineMethod.MANUAL, DAY, DAY, DAY.plusDays(days), 0, List.of(), Map.of());
  }

  private static Account account(Reference reference, Totals... hours) {
    return Center.valuation(reference).account(Center.day(DAY, hours));
  }

  private static Explanation explanation(Reference reference, Totals hour) {
    return explanation(Center.valuation(reference), Center.day(DAY, hour)).orElseThrow();
  }

  private static Optional<Explanation> explanation(Valuation valuation, DayTotals day) {
    Optional<Explanation> sum = Optional.of(Explanation.ZERO);
    for (DayTotals.Hour hour : day.hours()) {
      sum =
          sum.flatMap(
              one -> valuation.explanation(hour.totals(), hour.start(), day.date()).map(one::plus));
    }
    return sum;
  }

  private static List<Totals> hours(Random random) {
    List<Totals> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      long episodes = 1L + random.nextInt(50);
      hours.add(Center.episodes(episodes, episodes + random.nextInt(9), random.nextLong(HOUR_MS)));
    }
    return hours;
  }
}

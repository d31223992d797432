package org.contactroi.roi.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.roi.valuation.Center.DAY;
import static org.contactroi.roi.valuation.Center.HOUR_MS;
import static org.contactroi.roi.valuation.Center.MINUTE_MS;
import static org.contactroi.roi.valuation.Center.euros;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.HalfEven;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.customer.CustomersKept;
import org.contactroi.roi.customer.Retention;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.Ledger;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.price.ResourceCosts;
import org.contactroi.roi.price.Tariff;
import org.contactroi.roi.price.UsageCost;
import org.contactroi.roi.rate.RateUnit;
import org.contactroi.roi.statement.History;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.Scorecard;
import org.junit.jupiter.api.Test;

/** The cases that were worked by hand when the money was defined. */
class WorkedCasesTest {

  private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");
  private static final LocalDate YEAR_END = LocalDate.parse("2026-12-31");

  @Test
  void costPerInteractionFrom50To20At1000ADaySaves30000ADayBeforeAiCost() {
    Reference reference = Center.reference(Center.baseline(HOUR_MS), Center.wage(euros(50)));

    Account account =
        Center.valuation(reference)
            .account(Center.day(DAY, Center.episodes(1_000, 1_000, 1_000 * HOUR_MS * 2 / 5)));

    assertThat(account.get(Component.COUNTERFACTUAL)).isEqualTo(Amount.of(euros(50_000)));
    assertThat(account.get(Component.ACTUAL)).isEqualTo(Amount.of(euros(20_000)));
    assertThat(account.saving()).isEqualTo(Amount.of(euros(30_000)));
  }

  @Test
  void benefit200000OnCost100000Returns100Percent() {
    History history = investment(0);

    Account account = toDate(history, YEAR_END);

    assertThat(account.cost()).isEqualTo(Amount.of(euros(100_000)));
    assertThat(account.benefit()).isEqualTo(Amount.of(euros(200_000)));
    assertThat(account.roi()).isEqualTo(new Ratio(euros(100_000), euros(100_000)));
  }

  @Test
  void with50000AYearOfRunningCostItReturns33Point33Percent() {
    Account account = toDate(investment(50_000), YEAR_END);

    assertThat(account.roi()).isEqualTo(new Ratio(euros(50_000), euros(150_000)));
  }

  @Test
  void inTwelveEqualAmountsItPaysBackOnTheLastDayOfMonth8AndWithoutRunningCostOfMonth6() {
    Payback with = monthly(50_000).payback(YEAR_END);
    Payback without = monthly(0).payback(YEAR_END);

    assertThat(with.date()).isEqualTo("2026-08-31");
    assertThat(without.date()).isEqualTo("2026-06-30");
  }

  @Test
  void aiRunCostIsInTheCostAndNotNettedFromTheBenefit() {
    Reference reference =
        Center.reference(
            new Ledger(List.of(Center.cost("c", EntryNature.OPEX, euros(5), DAY, DAY))),
            Center.frozen(20),
            Center.rate(Resource.BOT_SESSION, RateUnit.EACH, euros(5)));
    Totals contained =
        Totals.builder(Saving.FAMILY)
            .add(Saving.CELLS, Breakdown.of(List.of("VOICE", "i"), 1, 1, 0, 0, 1))
            .add(Saving.USAGE, Center.used("BOT_SESSION", "v1", 1))
            .build();

    Account account = Center.valuation(reference).account(Center.day(DAY, contained));

    assertThat(account.benefit()).isEqualTo(Amount.of(euros(20)));
    assertThat(account.get(Component.AI_RUN)).isEqualTo(Amount.of(euros(5)));
    assertThat(account.roi()).isEqualTo(new Ratio(euros(10), euros(10)));
  }

  @Test
  void cost10000Over25ConversationsIs400PerConversation() {
    Totals conversations = Totals.builder(Cost.FAMILY).add(Cost.HANDLED_BY_HUMAN, 25).build();
    UsageCost cost = new UsageCost(Amount.of(euros(10_000)), Amount.ZERO);

    Ratio each = cost.perInteraction(conversations);

    assertThat(each.numerator() / each.denominator()).isEqualTo(euros(400));
  }

  @Test
  void satisfied1000Of1500Is66Point67PercentAndNot66() {
    Totals answers =
        Totals.builder(Experience.FAMILY)
            .add(Experience.CSAT_ANSWERS, 1_500)
            .add(Experience.CSAT_TOP_BOX, 1_000)
            .build();

    Scorecard card = Scorecard.of(answers, Totals.zero(FirstContactResolution.FAMILY), null);

    Ratio hundredths = card.lines().get(0).value();
    assertThat(Fraction.of(hundredths.numerator(), hundredths.denominator()).rounded())
        .isEqualTo(6_667);
    assertThat(card.lines().get(0).n()).isEqualTo(1_500);
  }

  @Test
  void of1000CustomersWith150WonAnd1050InTheEnd90PercentStayed() {
    Retention retention = new Retention(1_000, 1_050, 150);

    Ratio kept = CustomersKept.NONE.plus(retention).score();

    assertThat(kept).isEqualTo(new Ratio(9_000_000, 1_000));
  }

  @Test
  void eightBotMessagesOf18CentsCost1Euro44() {
    Tariff tariff =
        Center.valuation(
                Center.reference(
                    Center.baseline(), Center.rate(Resource.BOT_MESSAGE, RateUnit.EACH, 180_000)))
            .tariff(Center.HOUR, DAY);

    UsageCost cost =
        ResourceCosts.of(Breakdown.of(List.of("BOT_MESSAGE", "v1", "CHAT"), 8), tariff).usageCost();

    assertThat(cost.total()).isEqualTo(Amount.of(1_440_000));
  }

  @Test
  void subscriptionOf9800Over365DaysBooks26Point85ADayAndExactly9800InTheYear() {
    Reference reference =
        Center.ledger(Center.cost("s", EntryNature.OPEX, euros(9_800), NEW_YEAR, YEAR_END));
    Valuation valuation = Center.valuation(reference);

    List<Long> days =
        NEW_YEAR
            .datesUntil(YEAR_END.plusDays(1))
            .map(day -> valuation.account(Center.day(day)).get(Component.OPEX).micros())
            .toList();

    assertThat(days).hasSize(365).allMatch(micros -> (micros + 5_000) / 10_000 == 2_685);
    assertThat(days.stream().mapToLong(Long::longValue).sum()).isEqualTo(euros(9_800));
  }

  @Test
  void threeParallelChatsOf10MinutesCost10AgentMinutesAndNot30() {
    // Each leg's effort is its handle time divided by the three that were live.
    Breakdown efforts = Breakdown.EMPTY;
    for (int chat = 0; chat < 3; chat++) {
      efforts = efforts.plus(Breakdown.of(List.of("AGENT", "queue:q", "CHAT"), 10 * MINUTE_MS / 3));
    }
    Reference reference = Center.reference(Center.baseline(), Center.wage(euros(60)));

    UsageCost cost =
        ResourceCosts.of(efforts, Center.valuation(reference).tariff(Center.HOUR, DAY)).usageCost();

    assertThat(cost.human()).isEqualTo(Amount.of(euros(10)));
  }

  @Test
  void containedSessionWhoseCustomerCallsTwoDaysLaterFor6MinutesSaves4AndNot10() {
    Reference reference =
        Center.reference(
            Center.baseline(10 * MINUTE_MS),
            Center.wage(euros(60)),
            Center.rate(Resource.BOT_SESSION, RateUnit.EACH, 0));
    Totals episode =
        Center.episodes(1, 2, 6 * MINUTE_MS)
            .plus(
                Totals.builder(Saving.FAMILY)
                    .add(Saving.USAGE, Center.used("BOT_SESSION", "v1", 1))
                    .build());

    Account account = Center.valuation(reference).account(Center.day(DAY, episode));

    assertThat(account.saving()).isEqualTo(Amount.of(euros(4)));
  }

  @Test
  void doubledWagesDoubleCounterfactualAndActualAndSoTheSaving() {
    Totals episodes = Center.episodes(7, 9, 31 * MINUTE_MS);

    Account once = atWage(euros(60), episodes);
    Account twice = atWage(euros(120), episodes);

    for (Component side : List.of(Component.COUNTERFACTUAL, Component.ACTUAL)) {
      assertThat(twice.get(side).micros()).isPositive().isEqualTo(2 * once.get(side).micros());
    }
    assertThat(twice.saving().micros()).isEqualTo(2 * once.saving().micros());
  }

  private static Account atWage(long micros, Totals episodes) {
    Reference reference = Center.reference(Center.baseline(10 * MINUTE_MS), Center.wage(micros));
    return Center.valuation(reference).account(Center.day(DAY, episodes));
  }

  /** 100 000 first and running cost over the year, for declared benefits of 200 000. */
  private static History investment(long running) {
    List<LedgerEntry> entries = new ArrayList<>();
    entries.add(Center.cost("0", EntryNature.CAPEX, euros(100_000), NEW_YEAR, YEAR_END));
    entries.add(Center.cost("1", EntryNature.OPEX, euros(running), NEW_YEAR, YEAR_END));
    entries.add(Center.declared("2", euros(200_000), NEW_YEAR, YEAR_END));
    return Center.history(
        Center.ledger(entries.toArray(LedgerEntry[]::new)),
        Center.policy(NEW_YEAR, 10_000, true),
        YEAR_END);
  }

  /** The same with a saving and a bill on the last day of each month. */
  private static History monthly(long running) {
    List<LedgerEntry> entries = new ArrayList<>();
    entries.add(Center.cost("0", EntryNature.CAPEX, euros(100_000), NEW_YEAR, YEAR_END));
    for (int month = 1; month <= 12; month++) {
      LocalDate end = monthEnd(month);
      long bill = part(euros(running), month);
      entries.add(Center.cost("m" + month, EntryNature.OPEX, bill, end, end));
    }
    MoneyPolicy policy = Center.policy(NEW_YEAR, 10_000, false);
    Valuation valuation =
        Center.valuation(Center.ledger(entries.toArray(LedgerEntry[]::new)), policy);
    History history = new History(policy, valuation.bookings());
    for (LocalDate day = NEW_YEAR; !day.isAfter(YEAR_END); day = day.plusDays(1)) {
      Account.Builder account = Account.builder().add(valuation.account(Center.day(day)));
      if (day.equals(monthEnd(day.getMonthValue()))) {
        long saved = part(euros(200_000), day.getMonthValue());
        account.add(Component.CASHABLE, Amount.of(saved));
      }
      history.state(day, account.build(), true);
    }
    return history;
  }

  private static LocalDate monthEnd(int month) {
    return NEW_YEAR.withMonth(month).with(TemporalAdjusters.lastDayOfMonth());
  }

  /** Of twelve equal parts the one of a month. */
  private static long part(long year, int month) {
    return HalfEven.divide(year, month, 12) - HalfEven.divide(year, month - 1, 12);
  }

  private static Account toDate(History history, LocalDate day) {
    return history.statement(Horizon.TO_DATE, day).orElseThrow().settled();
  }
}

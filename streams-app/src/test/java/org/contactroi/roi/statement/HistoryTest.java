package org.contactroi.roi.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contactroi.roi.valuation.Center.euros;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.Ratio;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.ledger.Bookings;
import org.contactroi.roi.ledger.EntryCategory;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.Ledger;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.rate.FxRates;
import org.contactroi.roi.valuation.Center;
import org.contactroi.roi.valuation.Reference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class HistoryTest {

  private static final LocalDate GO_LIVE = LocalDate.parse("2026-01-15");
  private static final Bookings NO_BOOKINGS = new Bookings(Ledger.EMPTY, FxRates.NONE, "EUR");
  private static final MoneyPolicy POLICY = Center.policy(GO_LIVE, 10_000, false);

  @Test
  void horizonIsTheSumOfItsDays() {
    History history = daily(400);
    LocalDate day = GO_LIVE.plusDays(399);

    assertThat(value(history, Horizon.DAY, day)).isEqualTo(1);
    assertThat(value(history, Horizon.TRAILING_30_DAYS, day)).isEqualTo(30);
    assertThat(value(history, Horizon.TO_DATE, day)).isEqualTo(400);
    assertThat(value(history, Horizon.EARLY, day)).isEqualTo(31 + 28 + 31);
    assertThat(value(history, Horizon.MID, day)).isEqualTo(365 - 90);
    assertThat(value(history, Horizon.LATE, day)).isEqualTo(400 - 365);
  }

  @Test
  void horizonEndsWithItsDayAndIsAbsentBeforeItBegins() {
    History history = daily(400);
    LocalDate early = GO_LIVE.plusDays(9);

    assertThat(value(history, Horizon.TRAILING_30_DAYS, early)).isEqualTo(10);
    assertThat(value(history, Horizon.EARLY, early)).isEqualTo(10);
    assertThat(history.statement(Horizon.MID, early)).isEmpty();
    assertThat(history.statement(Horizon.TO_DATE, GO_LIVE.minusDays(1))).isEmpty();
  }

  @Test
  void toDateBeginsWithTheFirstServiceDayAndEarlyTakesInWhatWasSpentBeforeGoLive() {
    LocalDate from = GO_LIVE.minusDays(20);
    Reference reference =
        Center.ledger(Center.cost("c", EntryNature.CAPEX, euros(40), from, GO_LIVE.plusDays(19)));

    History history = Center.history(reference, POLICY, GO_LIVE.plusDays(200));
    Statement early = statement(history, Horizon.EARLY, GO_LIVE.plusDays(200));

    assertThat(statement(history, Horizon.TO_DATE, GO_LIVE).from()).isEqualTo(from);
    assertThat(early.from()).isEqualTo(from);
    assertThat(early.to()).isEqualTo("2026-04-14");
    assertThat(early.settled().cost()).isEqualTo(Amount.of(euros(40)));
  }

  @Test
  void moneyThatComesBackWasPaidBefore() {
    LocalDate paid = GO_LIVE.minusDays(50);
    LocalDate back = GO_LIVE.plusDays(10);
    LedgerEntry cost = Center.cost("c", EntryNature.CAPEX, euros(100), paid, paid);
    LedgerEntry reversal =
        Center.entry(
            "r", EntryCategory.OTHER, EntryNature.CAPEX, euros(100), back, back, null, "c");

    History history = Center.history(Center.ledger(cost, reversal), POLICY, back.plusDays(9));

    assertThat(history.firstDay()).isEqualTo(paid);
    assertThat(history.first()).isEqualTo(GO_LIVE);
    assertThat(history.payback(GO_LIVE).balance()).isEqualTo(Amount.of(-euros(100)));
    assertThat(history.payback(back).balance()).isEqualTo(Amount.ZERO);
    assertThat(history.payback(back).date()).isEqualTo(back);
  }

  @Test
  void tracksSumAllDaysAndSettledDays() {
    History history = new History(POLICY, NO_BOOKINGS);
    history.state(GO_LIVE, benefit(5), true);
    history.state(GO_LIVE.plusDays(1), benefit(7), false);
    history.state(GO_LIVE.plusDays(2), benefit(11), true);

    Statement statement = statement(history, Horizon.TO_DATE, GO_LIVE.plusDays(2));

    assertThat(statement.provisional().benefit()).isEqualTo(Amount.of(23));
    assertThat(statement.settled().benefit()).isEqualTo(Amount.of(16));
    assertThat(statement.settledFraction()).isEqualTo(new Ratio(2, 3));
  }

  @RepeatedTest(10)
  void restatingDaysInAnyOrderComesToTheSameAsStatingThemOnce(Random random) {
    int days = 100;
    History restated = daily(days);
    List<Account> accounts = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      accounts.add(
          random.nextInt(4) == 0 ? paid(random.nextInt(999)) : benefit(random.nextInt(99)));
    }
    History once = new History(POLICY, NO_BOOKINGS);
    for (int day = 0; day < days; day++) {
      once.state(GO_LIVE.plusDays(day), accounts.get(day), day % 3 == 0);
    }

    List<Integer> order = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      order.add(day);
    }
    Collections.shuffle(order, random);
    for (int day : order) {
      restated.state(GO_LIVE.plusDays(day), accounts.get(day), day % 3 == 0);
      assertThat(restated.statement(Horizon.TO_DATE, GO_LIVE.plusDays(day))).isPresent();
    }

    LocalDate last = GO_LIVE.plusDays(days - 1);
    for (Horizon horizon : Horizon.values()) {
      assertThat(restated.statement(horizon, last)).isEqualTo(once.statement(horizon, last));
    }
    assertThat(restated.payback(last)).isEqualTo(once.payback(last));
  }

  @Test
  void returnIsUndefinedWithoutCost() {
    assertThat(benefit(5).roi().isDefined()).isFalse();
    assertThat(Account.ZERO.roi().isDefined()).isFalse();
  }

  @Test
  void moneyThatCameInBeforeTheFirstOutlayPaysNothingBack() {
    History history = new History(POLICY, NO_BOOKINGS);
    history.state(GO_LIVE, benefit(100), true);
    history.state(GO_LIVE.plusDays(1), paid(50), true);
    history.state(GO_LIVE.plusDays(2), benefit(20), true);
    history.state(GO_LIVE.plusDays(3), benefit(30), true);

    assertThat(history.payback(GO_LIVE)).isEqualTo(new Payback(Amount.ZERO, null, null, null));
    assertThat(history.payback(GO_LIVE.plusDays(2)).date()).isNull();
    assertThat(history.payback(GO_LIVE.plusDays(3)).date()).isEqualTo(GO_LIVE.plusDays(3));
    assertThat(history.payback(GO_LIVE.plusDays(3)).runRateDays()).isZero();
  }

  @Test
  void runRateSaysHowManyMoreDaysLikeTheTrailing30ItTakes() {
    History history = new History(POLICY, NO_BOOKINGS);
    history.state(GO_LIVE, paid(1_000), true);
    for (int day = 1; day <= 40; day++) {
      history.state(GO_LIVE.plusDays(day), benefit(7), true);
    }

    // 720 are missing, at 7 a day.
    assertThat(history.payback(GO_LIVE.plusDays(40)).runRateDays()).isEqualTo(103);
    assertThat(history.payback(GO_LIVE.plusDays(20)).runRateDays()).isNull();
  }

  @Test
  void presentValueDiscountsEachDayToTheFirstOutlay() {
    History history = new History(POLICY, NO_BOOKINGS);
    history.state(GO_LIVE, paid(1_000_000), true);
    history.state(GO_LIVE.plusDays(365), benefit(1_100_000), true);
    history.state(GO_LIVE.plusDays(730), benefit(1_210_000), true);

    assertThat(history.payback(GO_LIVE.plusDays(730)).netPresentMicros()).isEqualTo(1_000_000);
  }

  @Test
  void cashIsPaidOnItsDateWhateverDaysItIsFor() {
    LocalDate paid = GO_LIVE.minusDays(40);
    LedgerEntry bill = Center.cost("c", EntryNature.CAPEX, 70, paid, paid);
    LedgerEntry prepaid =
        new LedgerEntry(
            "c",
            bill.side(),
            bill.category(),
            bill.nature(),
            70,
            "EUR",
            paid,
            new LedgerEntry.Service(GO_LIVE, GO_LIVE.plusDays(6)),
            "all",
            true,
            null,
            null,
            bill.evidence());

    History history = Center.history(Center.ledger(prepaid), POLICY, GO_LIVE.plusDays(1));
    Statement statement = statement(history, Horizon.TO_DATE, GO_LIVE.plusDays(1));

    assertThat(history.firstDay()).isEqualTo(paid);
    assertThat(statement.from()).isEqualTo(GO_LIVE);
    assertThat(statement.settled().cost()).isEqualTo(Amount.of(20));
    assertThat(history.payback(GO_LIVE.plusDays(1)).netPresentMicros()).isEqualTo(-70);
  }

  @Test
  void missingPriceLeavesPaybackOpenFromItsDayOn() {
    Account unpriced =
        Account.builder().add(Component.MARGIN, Amount.unpricedSales("GBP", 1)).build();
    History history = new History(POLICY, NO_BOOKINGS);
    history.state(GO_LIVE, paid(10), true);
    history.state(GO_LIVE.plusDays(1), unpriced, true);
    history.state(GO_LIVE.plusDays(2), benefit(99), true);

    assertThat(history.payback(GO_LIVE.plusDays(2)))
        .extracting(Payback::date, Payback::runRateDays, Payback::netPresentMicros)
        .containsOnlyNulls();
    assertThat(history.payback(GO_LIVE).netPresentMicros()).isEqualTo(-10);
  }

  @Test
  void firstOutlayWithoutPriceLeavesPaybackOpenToo() {
    Account unpriced = Account.builder().add(Component.PAID, Amount.unpricedEntry("e", 1)).build();
    History history = new History(POLICY, NO_BOOKINGS);
    history.state(GO_LIVE, unpriced, true);
    history.state(GO_LIVE.plusDays(1), paid(10), true);
    history.state(GO_LIVE.plusDays(2), benefit(99), true);

    assertThat(history.payback(GO_LIVE.plusDays(2)))
        .extracting(Payback::date, Payback::runRateDays, Payback::netPresentMicros)
        .containsOnlyNulls();
  }

  @Test
  void daysBeforeTheFirstAreRefused() {
    History history = new History(POLICY, NO_BOOKINGS);

    assertThatThrownBy(() -> history.state(GO_LIVE.minusDays(1), Account.ZERO, true))
        .hasMessage("day is '2026-01-14'; allowed: 2026-01-15 or later");
  }

  @Test
  void idsOfHorizonsAreThoseOfKeys() {
    assertThat(Horizon.TRAILING_30_DAYS.id()).isEqualTo("trailing-30-days");
    assertThat(Horizon.TO_DATE.id()).isEqualTo("to-date");
  }

  /** Days that each bring 1. */
  private static History daily(int days) {
    History history = new History(POLICY, NO_BOOKINGS);
    for (int day = 0; day < days; day++) {
      history.state(GO_LIVE.plusDays(day), benefit(1), true);
    }
    return history;
  }

  private static Account benefit(long micros) {
    return Account.builder().add(Count.DAYS, 1).add(Component.CASHABLE, Amount.of(micros)).build();
  }

  private static Account paid(long micros) {
    return Account.builder().add(Count.DAYS, 1).add(Component.PAID, Amount.of(micros)).build();
  }

  private static long value(History history, Horizon horizon, LocalDate day) {
    return statement(history, horizon, day).provisional().benefit().micros();
  }

  private static Statement statement(History history, Horizon horizon, LocalDate day) {
    return history.statement(horizon, day).orElseThrow();
  }
}

package org.contactroi.roi.statement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contactroi.interaction.HalfEven;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.ledger.Bookings;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a tenant's days and their running sums. Restating a day costs the days after it
 * one addition each; a horizon costs one subtraction. Not thread safe.
 */
public final class History {

  private final MoneyPolicy policy;
  private final LocalDate first;
  private final LocalDate firstDay;
  private final List<Day> days = new ArrayList<>();
  private final List<Sums> sums = new ArrayList<>(List.of(Sums.ZERO));

  /**
   * A history without days.
   *
   * @param policy that of the present; currency and go-live never change
   * @param bookings say what comes before go-live
   */
  public History(MoneyPolicy policy, Bookings bookings) {
    this.policy = policy;
    this.first = earlier(policy.goLive(), bookings.firstServiceDay());
    this.firstDay = earlier(first, bookings.firstCashDay());
  }

  /** The first local day of the horizon to date. */
  public LocalDate first() {
    return first;
  }

  /** The first local day it wants to know: of service, of payment, or of go-live. */
  public LocalDate firstDay() {
    return firstDay;
  }

  /**
   * States or restates a day; days before it that were never stated count nothing.
   *
   * @param isSettled whether all its families are settled
   * @throws IllegalArgumentException before the first day
   */
  public void state(LocalDate day, Account account, boolean isSettled) {
    Stated.require(!day.isBefore(firstDay), "day", day, firstDay + " or later");
    int index = index(day);
    while (days.size() <= index) {
      days.add(Day.NONE);
    }
    days.set(index, new Day(account, isSettled));
    if (sums.size() > index + 1) {
      sums.subList(index + 1, sums.size()).clear();
    }
  }

  /** A horizon at the end of a day; empty if it has not begun. */
  public Optional<Statement> statement(Horizon horizon, LocalDate day) {
    return horizon.span(first, policy.goLive(), day).map(span -> statement(horizon, span));
  }

  /** The sum of any days, both included, as if they were one. */
  public Statement sum(LocalDate from, LocalDate to) {
    return statement(Horizon.DAY, new Horizon.Span(from, to));
  }

  /** When the investment comes back, as it looks at the end of a day. */
  public Payback payback(LocalDate day) {
    CashPosition position = through(day).cash();
    return new Payback(
        position.balance(),
        position.paybackDate(),
        runRateDays(position, day),
        position.presentOrNull());
  }

  private Statement statement(Horizon horizon, Horizon.Span span) {
    Sums to = through(span.to());
    Sums before = through(span.from().minusDays(1));
    return new Statement(
        horizon,
        span.from(),
        span.to(),
        to.all().minus(before.all()),
        to.settled().minus(before.settled()));
  }

  private @Nullable Long runRateDays(CashPosition position, LocalDate day) {
    Amount balance = position.balance();
    if (position.firstOutlay() == null || !balance.isDefined()) {
      return null;
    }
    if (balance.micros() >= 0) {
      return 0L;
    }
    Account trailing =
        statement(Horizon.TRAILING_30_DAYS, day).map(Statement::provisional).orElse(Account.ZERO);
    long cash = trailing.cash().micros();
    return cash > 0 && trailing.cash().isDefined()
        ? HalfEven.ceiling(-balance.micros(), trailing.get(Count.DAYS), cash)
        : null;
  }

  /** Sums up to the end of a day, which may lie before the first and after the last. */
  private Sums through(LocalDate day) {
    int end = Math.max(0, Math.min(days.size(), index(day) + 1));
    while (sums.size() <= end) {
      int index = sums.size() - 1;
      sums.add(
          sums.get(index).plus(days.get(index), firstDay.plusDays(index), policy.annualRateBp()));
    }
    return sums.get(end);
  }

  private int index(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(firstDay, day));
  }

  private static LocalDate earlier(LocalDate one, Optional<LocalDate> other) {
    return other.filter(day -> day.isBefore(one)).orElse(one);
  }

  private record Day(Account account, boolean isSettled) {
    static final Day NONE = new Day(Account.ZERO, false);
  }

  private record Sums(Account all, Account settled, CashPosition cash) {

    static final Sums ZERO = new Sums(Account.ZERO, Account.ZERO, CashPosition.NONE);

    Sums plus(Day day, LocalDate date, int annualRateBp) {
      return new Sums(
          all.plus(day.account()),
          day.isSettled() ? settled.plus(day.account()) : settled,
          cash.next(date, day.account(), annualRateBp));
    }
  }
}

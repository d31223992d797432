package org.contactroi.roi.valuation;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.customer.CustomersKept;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.price.DayCosts;
import org.contactroi.roi.statement.History;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.Scorecard;
import org.contactroi.roi.statement.Statement;
import org.jspecify.annotations.Nullable;

/** The days of one tenant as they were stated under one reference, and what they sum to. */
public final class StatedDays {

  private final MoneyTerms money;
  private final MoneyPolicy policy;
  private final Valuation valuation;
  private final History history;
  private final NavigableMap<LocalDate, StatedDay> days = new TreeMap<>();

  /**
   * A book without days.
   *
   * @param last day there is; its policy is that of the present
   */
  public StatedDays(MoneyTerms money, LocalDate last) {
    this.money = money;
    this.valuation = money.valuation().orElseThrow();
    this.policy = money.policy(last);
    this.history = new History(policy, valuation.bookings());
  }

  /**
   * The book of days as they were counted.
   *
   * @param last as if it were the last day there is
   * @return empty if the tenant's policy states no money
   */
  public static Optional<StatedDays> of(MoneyTerms money, PublishedDays published, LocalDate last) {
    if (!money.isStated()) {
      return Optional.empty();
    }
    StatedDays book = new StatedDays(money, last);
    for (LocalDate day = book.firstDay(); !day.isAfter(last); day = day.plusDays(1)) {
      book.state(
          day, book.value(published.day(day), published.wasSettled(day), published.settledUntil()));
    }
    return Optional.of(book);
  }

  /** Whether it is that of a reference, with the policy of its last day. */
  public boolean isOf(MoneyTerms other, LocalDate last) {
    return money.equals(other) && policy.equals(other.policy(last));
  }

  public MoneyTerms money() {
    return money;
  }

  /** The first local day of the horizon to date. */
  public LocalDate first() {
    return history.first();
  }

  /** The first local day that is stated. */
  public LocalDate firstDay() {
    return history.firstDay();
  }

  /**
   * Values a day. It is settled when nothing of it is waited for, and stays so.
   *
   * @param wasSettled whether it was settled before
   * @param settledUntil what is before is waited for no longer, UTC ms
   */
  public StatedDay value(KnownDay day, boolean wasSettled, long settledUntil) {
    boolean isPassed = money.start(day.totals().date().plusDays(1)) <= settledUntil;
    boolean isSettled = wasSettled || (isPassed && !day.isOpen());
    return StatedDay.of(
        valuation.account(day.totals()),
        valuation.costs(day.totals(), day.costs()),
        isSettled,
        day);
  }

  /** What a day was stated with; null if it was not. */
  public @Nullable StatedDay day(LocalDate day) {
    return days.get(day);
  }

  public void state(LocalDate day, StatedDay stated) {
    days.put(day, stated);
    history.state(day, stated.account(), stated.isSettled());
  }

  /** A horizon at the end of a day; empty if it has not begun. */
  public Optional<Statement> statement(Horizon horizon, LocalDate day) {
    return day.isBefore(firstDay()) ? Optional.empty() : history.statement(horizon, day);
  }

  /** The sum of days, both included. */
  public Statement sum(LocalDate from, LocalDate to) {
    return history.sum(from, to);
  }

  /** When the investment comes back, as it looks at the end of a day. */
  public Payback payback(LocalDate day) {
    return history.payback(day);
  }

  /** What the use of resources cost on the days of a statement. */
  public DayCosts costs(Statement statement, Predicate<StatedDay> wanted) {
    return days.subMap(statement.from(), true, statement.to(), true).values().stream()
        .filter(wanted)
        .map(StatedDay::costs)
        .reduce(DayCosts.ZERO, DayCosts::plus);
  }

  /** The scores of the days of a statement. */
  public Scorecard scorecard(Statement statement) {
    Totals experience = Totals.zero(Experience.FAMILY);
    Totals resolution = Totals.zero(FirstContactResolution.FAMILY);
    CustomersKept kept = CustomersKept.NONE;
    for (StatedDay day : days.subMap(statement.from(), true, statement.to(), true).values()) {
      experience = experience.plus(day.experience());
      resolution = resolution.plus(day.resolution());
      kept = kept.plus(day.retention());
    }
    Baseline baseline = money.reference().baselines().at(statement.to());
    return Scorecard.of(experience, resolution, baseline)
        .with(Score.RETENTION, kept.score(), baseline);
  }
}

package org.contactroi.roi.valuation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.WindowSize;
import org.contactroi.roi.price.ExactAmounts;
import org.contactroi.roi.price.Explanation;
import org.contactroi.roi.price.Worth;

/** What the facts of a tenant are worth, by the reference records that are published. */
public final class FactMoney {

  private final MoneyTerms money;
  private final Valuation valuation;
  private final TenantCalendar calendar;

  private FactMoney(MoneyTerms money, Valuation valuation) {
    this.money = money;
    this.valuation = valuation;
    this.calendar = new TenantCalendar(money.zone());
  }

  /** Empty if the tenant's policy states no money. */
  public static Optional<FactMoney> of(MoneyTerms money) {
    return money.valuation().map(valuation -> new FactMoney(money, valuation));
  }

  /** ISO 4217. */
  public String currency() {
    return money.currency();
  }

  /** Start of the hour of an instant, UTC ms: facts have the prices of the hour they count in. */
  public long hour(long instant) {
    return calendar.window(WindowSize.HOUR, instant).start();
  }

  /** What a fact is worth that counts in an hour, not rounded. */
  public ExactAmounts exact(Totals part, long hour) {
    return valuation.exact(part, hour, day(hour));
  }

  /** What hours are worth as they are published. */
  public Worth worth(Map<Long, Totals> hours) {
    Worth worth = Worth.ZERO;
    for (Map.Entry<Long, Totals> hour : hours.entrySet()) {
      worth = worth.plus(valuation.worth(hour.getValue(), hour.getKey(), day(hour.getKey())));
    }
    return worth;
  }

  /** Where the savings of hours are from, not rounded; empty if a price is missing. */
  public Optional<Explanation> explanation(Map<Long, Totals> hours) {
    Optional<Explanation> sum = Optional.of(Explanation.ZERO);
    for (Map.Entry<Long, Totals> hour : hours.entrySet()) {
      Optional<Explanation> more =
          valuation.explanation(hour.getValue(), hour.getKey(), day(hour.getKey()));
      sum = sum.flatMap(one -> more.map(one::plus));
    }
    return sum;
  }

  private LocalDate day(long hour) {
    return money.day(calendar.day(hour).start());
  }
}

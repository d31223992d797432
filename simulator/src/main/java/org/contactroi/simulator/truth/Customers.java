package org.contactroi.simulator.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contactroi.events.CustomerStatus;
import org.contactroi.simulator.ledger.CustomerChange;

/** The customers of a tenant, and how many of them stay. */
final class Customers {

  private final Map<String, List<CustomerChange>> changes;
  private final Map<YearMonth, Month> months = new HashMap<>();
  private final ZoneId zone;

  /**
   * A calendar month.
   *
   * @param start customers at its start
   * @param kept those at its end who did not come within it, less those who came and left
   */
  record Month(long start, long kept) {

    static final Month NONE = new Month(0, 0);

    Month plus(Month other) {
      return new Month(start + other.start, kept + other.kept);
    }

    /** Returns the margin of the customers kept beyond what is usual, rounded. */
    long benefit(long usualBp, long margin) {
      Fraction usual = Fraction.of(start).times(Fraction.of(usualBp, 10_000));
      return start == 0 ? 0 : Fraction.of(kept).minus(usual).times(Fraction.of(margin)).rounded();
    }
  }

  /** Customers by what became of them, in the order of time. */
  Customers(List<CustomerChange> changes, ZoneId zone) {
    this.changes =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    CustomerChange::customerKey, LinkedHashMap::new, Collectors.toList()));
    this.zone = zone;
  }

  /** Returns the month that ends with a day, none on other days. */
  Month endingWith(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return day.equals(month.atEndOfMonth())
        ? months.computeIfAbsent(month, this::month)
        : Month.NONE;
  }

  /** Who is there and is not known to have come counts from the next month on. */
  private Month month(YearMonth month) {
    long start = month.atDay(1).atStartOfDay(zone).toInstant().toEpochMilli();
    long end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().toEpochMilli();
    Month sum = Month.NONE;
    for (List<CustomerChange> of : changes.values()) {
      boolean isThere = isThere(of, start);
      boolean hasCome = of.stream().anyMatch(each -> hasCome(each, start, end));
      boolean stays = isThere(of, end) && (isThere || hasCome);
      sum = sum.plus(new Month(isThere ? 1 : 0, (stays ? 1 : 0) - (hasCome ? 1 : 0)));
    }
    return sum;
  }

  private static boolean isThere(List<CustomerChange> changes, long at) {
    CustomerStatus last = CustomerStatus.CHURNED;
    for (CustomerChange change : changes) {
      last = change.at() < at ? change.status() : last;
    }
    return last != CustomerStatus.CHURNED;
  }

  private static boolean hasCome(CustomerChange change, long from, long to) {
    boolean isNew =
        change.status() == CustomerStatus.ACQUIRED || change.status() == CustomerStatus.WON_BACK;
    return isNew && change.at() >= from && change.at() < to;
  }
}

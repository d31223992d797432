package org.contactroi.roi.price;

import java.time.LocalDate;
import java.util.List;
import org.contactroi.kpi.Totals;
import org.contactroi.roi.customer.Retention;
import org.jspecify.annotations.Nullable;

/**
 * What there is to value of a local day.
 *
 * @param hours totals of the saving family by hour, those that are not zero
 * @param sales totals of the sales family of the day
 * @param retention of the month that ends with the day; null on all other days, or if unknown
 */
public record DayTotals(
    LocalDate date, List<Hour> hours, Totals sales, @Nullable Retention retention) {

  /**
   * An hour of a tenant.
   *
   * @param start UTC ms
   * @param totals of a family
   */
  public record Hour(long start, Totals totals) {}

  public DayTotals {
    hours = List.copyOf(hours);
  }
}

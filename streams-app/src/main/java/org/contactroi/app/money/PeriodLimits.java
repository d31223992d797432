package org.contactroi.app.money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Settlement;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.Window;

/**
 * What limits the period that a baseline of a tenant is derived from.
 *
 * @param watermark event time the tenant has reached
 * @param goLive first local day with the AI
 */
record PeriodLimits(String tenant, Policies policies, Instant watermark, LocalDate goLive) {

  /**
   * Requires a period of days that are there and, unless it is of an arm, without the AI.
   *
   * @throws IllegalArgumentException naming the option that is wrong, and the days there are
   * @throws IllegalStateException when there are no days at all
   */
  void check(PeriodTotals period) {
    LocalDate reached = watermark.atZone(period.zone()).toLocalDate();
    if (period.to().isAfter(reached)) {
      throw new IllegalArgumentException(
          "--to is '%s'; allowed: %s or earlier, because event time has come to %s"
              .formatted(period.to().plusDays(1), reached.plusDays(1), reached));
    }
    if (period.arm() == null && !period.to().isBefore(goLive)) {
      throw new IllegalArgumentException(
          "--to is '%s'; allowed: %s or earlier, because go-live of '%s' is on that day, or --arm"
              .formatted(period.to().plusDays(1), goLive, tenant));
    }
    period.requireCovered();
  }

  /** The days whose totals can still change. */
  SortedSet<LocalDate> open(PeriodTotals period) {
    SortedSet<LocalDate> open = new TreeSet<>();
    if (end(period) > policies.settledUntil(tenant, watermark.toEpochMilli())) {
      open.add(period.to());
    }
    TenantCalendar calendar = new TenantCalendar(period.zone());
    period
        .wanted()
        .forEach(
            (key, totals) -> {
              Window day = calendar.day(key.start());
              if (!isSettled(day, totals)) {
                open.add(period.day(key));
              }
            });
    return open;
  }

  private boolean isSettled(Window day, Totals totals) {
    return Settlement.of(
            day, totals, policies.at(tenant, day.end() - 1), watermark.toEpochMilli(), false)
        .settled();
  }

  private static long end(PeriodTotals period) {
    return period.to().plusDays(1).atStartOfDay(period.zone()).toInstant().toEpochMilli();
  }
}

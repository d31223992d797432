package org.contactroi.roi.valuation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Settlement;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.roi.customer.Retention;

/** What the days of a tenant are made of, from totals that are published. */
public final class PublishedDays {

  private final String tenant;
  private final TenantCalendar calendar;
  private final Reached reached;
  private final Map<LocalDate, List<DayPart>> parts = new HashMap<>();

  /**
   * How far a tenant has come.
   *
   * @param watermark event time, UTC ms
   * @param policies say how long windows are waited for
   * @param settled days that were stated as settled, and stay so
   * @param retention of the months that end with the days that are stated
   */
  public record Reached(
      long watermark,
      Policies policies,
      Set<LocalDate> settled,
      Map<LocalDate, Retention> retention) {

    public Reached {
      settled = Set.copyOf(settled);
      retention = Map.copyOf(retention);
    }
  }

  /**
   * The days of windows.
   *
   * @param windows of a tenant's slice all: hours of saving and cost, days of the other families
   */
  public PublishedDays(
      String tenant, ZoneId zone, Map<TotalsKey, Totals> windows, Reached reached) {
    this.tenant = tenant;
    this.calendar = new TenantCalendar(zone);
    this.reached = reached;
    windows.forEach(this::add);
  }

  /** Whether statements are made of a window. */
  public static boolean areMadeOf(TotalsKey key) {
    return DayPart.isWanted(key);
  }

  ZoneId zone() {
    return calendar.zone();
  }

  KnownDay day(LocalDate date) {
    return KnownDay.of(date, parts.getOrDefault(date, List.of()), reached.retention().get(date));
  }

  boolean wasSettled(LocalDate date) {
    return reached.settled().contains(date);
  }

  /** What is before is waited for no longer, UTC ms. */
  long settledUntil() {
    return reached.policies().settledUntil(tenant, reached.watermark());
  }

  private void add(TotalsKey key, Totals totals) {
    Window day = calendar.day(key.start());
    LocalDate date = Instant.ofEpochMilli(day.start()).atZone(zone()).toLocalDate();
    boolean isOpen = key.window() == WindowSize.DAY && isOpen(day, totals);
    parts.computeIfAbsent(date, d -> new ArrayList<>()).add(DayPart.of(key, isOpen, totals));
  }

  private boolean isOpen(Window day, Totals totals) {
    KpiPolicy policy = reached.policies().at(tenant, day.end() - 1);
    return !totals.isZero()
        && !Settlement.of(day, totals, policy, reached.watermark(), false).settled();
  }
}

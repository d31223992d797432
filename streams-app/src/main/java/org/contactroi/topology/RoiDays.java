package org.contactroi.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Sales;
import org.contactroi.roi.DayTotals;
import org.contactroi.roi.Retention;
import org.jspecify.annotations.Nullable;

/** What the days of all tenants are made of, by {@code tenant/day/family/window start}. */
final class RoiDays {

  /**
   * What is known of a local day.
   *
   * @param costs totals of the cost family by hour
   * @param isOpen something in it still waits for episodes
   * @param experience totals of the day
   * @param resolution totals of first-contact resolution of the day
   */
  record Day(
      DayTotals totals,
      List<DayTotals.Hour> costs,
      boolean isOpen,
      Totals experience,
      Totals resolution) {

    /**
     * Of what is known of its windows.
     *
     * @param retention of the month that ends with the day; null on other days, or if unknown
     */
    static Day of(LocalDate date, Collection<DayPart> parts, @Nullable Retention retention) {
      List<DayTotals.Hour> hours = new ArrayList<>();
      List<DayTotals.Hour> costs = new ArrayList<>();
      Map<Family, Totals> days = new TreeMap<>();
      boolean isOpen = false;
      for (DayPart part : parts) {
        if (part.isDay()) {
          days.put(part.totals().family(), part.totals());
          isOpen |= part.isOpen() && part.totals().family().waitsForEpisodes();
        } else {
          (part.totals().family() == Cost.FAMILY ? costs : hours)
              .add(new DayTotals.Hour(part.start(), part.totals()));
        }
      }
      return new Day(
          new DayTotals(date, hours, ofDay(days, Sales.FAMILY), retention),
          costs,
          isOpen,
          ofDay(days, Experience.FAMILY),
          ofDay(days, FirstContactResolution.FAMILY));
    }

    private static Totals ofDay(Map<Family, Totals> days, Family family) {
      Totals totals = days.get(family);
      return totals == null ? Totals.zero(family) : totals;
    }
  }

  private final KeyValueStore<String, byte[]> store;
  private final RoiMonths months;

  RoiDays(KeyValueStore<String, byte[]> store, RoiMonths months) {
    this.store = store;
    this.months = months;
  }

  /** Puts what is known now of a window of a day in place of what was. */
  void put(LocalDate date, DayPart part) {
    String key =
        prefix(part.tenant(), date)
            + (part.isDay() ? "day" : "hour")
            + "/"
            + part.totals().family().id()
            + "/"
            + part.start();
    if (part.totals().isZero() && !part.isOpen()) {
      store.delete(key);
    } else {
      store.put(key, part.encode());
    }
  }

  Day day(String tenant, LocalDate date) {
    return Day.of(date, parts(tenant, date), months.retention(tenant, date));
  }

  private List<DayPart> parts(String tenant, LocalDate date) {
    List<DayPart> parts = new ArrayList<>();
    String prefix = prefix(tenant, date);
    // '0' follows '/', so these are exactly the keys that begin with the day and '/'.
    try (KeyValueIterator<String, byte[]> range =
        store.range(prefix, prefix.substring(0, prefix.length() - 1) + "0")) {
      while (range.hasNext()) {
        KeyValue<String, byte[]> stored = range.next();
        parts.add((DayPart) RoiPart.decode(stored.value));
      }
    }
    return parts;
  }

  private static String prefix(String tenant, LocalDate date) {
    return Keys.escape(tenant) + "/" + date + "/";
  }
}

package org.contactroi.roi.valuation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Sales;
import org.contactroi.roi.customer.Retention;
import org.contactroi.roi.price.DayTotals;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a local day.
 *
 * @param costs totals of the cost family by hour
 * @param isOpen something in it still waits for episodes
 * @param experience totals of the day
 * @param resolution totals of first-contact resolution of the day
 */
public record KnownDay(
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
  public static KnownDay of(
      LocalDate date, Collection<DayPart> parts, @Nullable Retention retention) {
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
    return new KnownDay(
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

package org.contactroi.app.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a period that a baseline is derived from.
 *
 * @param from first local day
 * @param to last local day
 * @param arm of an experiment; null for all
 * @param zone of the tenant's days
 */
record PeriodTotals(
    LocalDate from, LocalDate to, @Nullable String arm, ZoneId zone, Map<TotalsKey, Totals> days) {

  /** What arms are told apart by. */
  static final String BY_ARM = "attribute:experiment_arm";

  private static final Set<Family> FAMILIES =
      Set.of(Saving.FAMILY, Experience.FAMILY, FirstContactResolution.FAMILY, Sales.FAMILY);

  /** Reads the days of a tenant, of all or by arm. */
  static PeriodTotals read(PublishedSource source, String tenant, PeriodTotals period) {
    String by = period.arm() == null ? SliceBy.ALL.id() : BY_ARM;
    Map<TotalsKey, Totals> days =
        source.totals(
            tenant,
            key ->
                key.window() == WindowSize.DAY
                    && FAMILIES.contains(key.family())
                    && key.slice().by().equals(by));
    return new PeriodTotals(period.from(), period.to(), period.arm(), period.zone(), days);
  }

  /**
   * The sum of the period by family.
   *
   * @throws IllegalStateException when no episode began in it
   */
  Map<Family, Totals> sums() {
    Map<Family, Totals> sums = new TreeMap<>();
    FAMILIES.forEach(family -> sums.put(family, Totals.zero(family)));
    wanted().forEach((key, totals) -> sums.merge(key.family(), totals, Totals::plus));
    Totals saving = sums.get(Saving.FAMILY);
    if (saving == null || saving.breakdown(Saving.CELLS).isEmpty()) {
      throw new IllegalStateException("no episodes began from %s to %s".formatted(from, to));
    }
    return sums;
  }

  /** The totals of the period, of the arm if there is one. */
  Map<TotalsKey, Totals> wanted() {
    Map<TotalsKey, Totals> wanted = new HashMap<>(days);
    wanted.keySet().removeIf(key -> !isWanted(key));
    return wanted;
  }

  /**
   * Requires that there are totals from the first day to the last, and the arm.
   *
   * @throws IllegalArgumentException naming the option that is wrong, and what there is
   * @throws IllegalStateException when there are no totals at all
   */
  void requireCovered() {
    if (days.isEmpty()) {
      throw nothing();
    }
    SortedSet<LocalDate> known = new TreeSet<>();
    SortedSet<String> arms = new TreeSet<>();
    for (TotalsKey key : days.keySet()) {
      known.add(day(key));
      arms.addAll(key.slice().values());
    }
    require(arm == null || arms.contains(arm), "--arm", arm, String.join(", ", arms));
    String covered = "totals from %s to %s".formatted(known.first(), known.last());
    require(!from.isBefore(known.first()), "--from", from, covered);
    require(!to.isAfter(known.last()), "--to", to.plusDays(1), covered);
  }

  /** The local day of totals. */
  LocalDate day(TotalsKey key) {
    return Instant.ofEpochMilli(key.start()).atZone(zone).toLocalDate();
  }

  private boolean isWanted(TotalsKey key) {
    LocalDate day = day(key);
    return !day.isBefore(from)
        && !day.isAfter(to)
        && (arm == null || key.slice().values().get(0).equals(arm));
  }

  private static void require(
      boolean isRight, String option, @Nullable Object value, String known) {
    if (!isRight) {
      throw new IllegalArgumentException(
          "%s is '%s'; there are: %s".formatted(option, value, known));
    }
  }

  private IllegalStateException nothing() {
    return new IllegalStateException(
        arm == null
            ? "there are no totals at all"
            : "nothing is sliced by %s; name it under slices in the policy, and arms are told apart from then on"
                .formatted(BY_ARM));
  }
}

package org.contactroi.roi.customer;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Calendar months by what customers change in them. How many there are at a bound is the sum of all
 * months before: what one customer adds ends with the last month in which something happened.
 */
public final class CustomerMonths {

  private CustomerMonths() {}

  /** The months that one customer changes; those without a change are left out. */
  public static SortedMap<YearMonth, MonthChange> of(Collection<Relation> relations, ZoneId zone) {
    SortedMap<YearMonth, MonthChange> months = new TreeMap<>();
    boolean wasHere = false;
    for (SortedSet<Relation> within : byMonth(relations, zone).values()) {
      boolean isHere = within.last().status().isHere();
      MonthChange change = change(within, wasHere, isHere);
      if (!change.equals(MonthChange.NONE)) {
        months.put(month(within.last(), zone), change);
      }
      wasHere = isHere;
    }
    return months;
  }

  /** What has to be added to months before so that they are those after. */
  public static SortedMap<YearMonth, MonthChange> difference(
      SortedMap<YearMonth, MonthChange> after, SortedMap<YearMonth, MonthChange> before) {
    SortedMap<YearMonth, MonthChange> difference = new TreeMap<>(after);
    before.forEach(
        (month, change) ->
            difference.merge(month, MonthChange.NONE.minus(change), MonthChange::plus));
    difference.values().removeIf(MonthChange.NONE::equals);
    return difference;
  }

  /** The customers of a month, by the changes of it and of all before. */
  public static Retention retention(YearMonth month, NavigableMap<YearMonth, MonthChange> changes) {
    long start = changes.headMap(month, false).values().stream().mapToLong(MonthChange::net).sum();
    MonthChange change = changes.getOrDefault(month, MonthChange.NONE);
    return new Retention(start, start + change.net() - change.heard(), change.won());
  }

  private static MonthChange change(SortedSet<Relation> within, boolean wasHere, boolean isHere) {
    boolean isWon = within.stream().anyMatch(relation -> relation.status().isWon());
    boolean isHeard = isHere && !wasHere && !isWon;
    return new MonthChange(count(isHere) - count(wasHere), count(isWon), count(isHeard));
  }

  private static SortedMap<YearMonth, SortedSet<Relation>> byMonth(
      Collection<Relation> relations, ZoneId zone) {
    SortedMap<YearMonth, SortedSet<Relation>> byMonth = new TreeMap<>();
    for (Relation relation : relations) {
      byMonth.computeIfAbsent(month(relation, zone), month -> new TreeSet<>()).add(relation);
    }
    return byMonth;
  }

  private static YearMonth month(Relation relation, ZoneId zone) {
    return YearMonth.from(Instant.ofEpochMilli(relation.at()).atZone(zone));
  }

  private static int count(boolean counts) {
    return counts ? 1 : 0;
  }
}

package org.contactroi.roi.customer;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.contactroi.roi.customer.Relation.Status;
import org.jspecify.annotations.Nullable;

/** Looks at every customer at both bounds of a month. */
public final class SlowRetention {

  private SlowRetention() {}

  /** The customers of a month, each by all that is known of it. */
  public static Retention of(Collection<List<Relation>> customers, YearMonth month, ZoneId zone) {
    long start = month.atDay(1).atStartOfDay(zone).toInstant().toEpochMilli();
    long end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().toEpochMilli();
    long there = 0;
    long left = 0;
    long won = 0;
    for (List<Relation> relations : customers) {
      boolean atStart = isThere(last(relations, start));
      boolean atEnd = isThere(last(relations, end));
      boolean isWon =
          relations.stream()
              .filter(relation -> relation.at() >= start && relation.at() < end)
              .anyMatch(
                  relation ->
                      relation.status() == Status.ACQUIRED || relation.status() == Status.WON_BACK);
      there += atStart ? 1 : 0;
      left += atEnd && (atStart || isWon) ? 1 : 0;
      won += isWon ? 1 : 0;
    }
    return new Retention(there, left, won);
  }

  private static @Nullable Relation last(List<Relation> relations, long before) {
    return relations.stream()
        .filter(relation -> relation.at() < before)
        .max(Relation::compareTo)
        .orElse(null);
  }

  private static boolean isThere(@Nullable Relation relation) {
    return relation != null && relation.status() != Status.CHURNED;
  }
}

package org.contactroi.app.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Saving;
import org.jspecify.annotations.Nullable;

/** Hours and days of which two runs do not say the same. */
final class ComparedTotals {

  /** Magic byte and schema id. */
  private static final int HEADER_BYTES = 5;

  /** Rows that are held at once. */
  private static final int CHUNK = 20_000;

  /** What an hour keeps when it has expired. */
  private static final Set<Family> KEPT = Set.of(Cost.FAMILY, Saving.FAMILY);

  private final ComparedRun first;
  private final ComparedRun second;
  private final Predicate<RowKey> wanted;
  private final Predicate<Family> families;
  private int windows;
  private int expired;

  /**
   * Totals of two runs.
   *
   * @param wanted rows that are compared
   */
  ComparedTotals(
      ComparedRun first, ComparedRun second, Predicate<RowKey> wanted, Predicate<Family> families) {
    this.first = first;
    this.second = second;
    this.wanted = wanted;
    this.families = families;
  }

  /** How many windows were looked at. */
  int windows() {
    return windows;
  }

  /** How many windows one of the runs has let expire, so that less of them is compared. */
  int expired() {
    return expired;
  }

  /** Compares, and tells of every difference in the order of the keys. */
  void compare(Consumer<TotalsDifference> sink) {
    Fingerprints ofFirst = prints(first);
    Fingerprints ofSecond = prints(second);
    windows = ofFirst.together(ofSecond);
    List<String> differing = ofFirst.differing(ofSecond);
    for (int from = 0; from < differing.size(); from += CHUNK) {
      List<String> keys = differing.subList(from, Math.min(differing.size(), from + CHUNK));
      Map<String, Map<TotalsKey, Totals>> a = rows(first, Set.copyOf(keys));
      Map<String, Map<TotalsKey, Totals>> b = rows(second, Set.copyOf(keys));
      for (String key : keys) {
        compare(RowKey.of(key), a.getOrDefault(key, Map.of()), b.getOrDefault(key, Map.of()), sink);
      }
    }
  }

  private Fingerprints prints(ComparedRun run) {
    return Fingerprints.read(run, run.names().totals(), this::isWanted, HEADER_BYTES);
  }

  private boolean isWanted(String key) {
    RowKey row = RowKey.of(key);
    return row.window() != WindowSize.QUARTER && wanted.test(row);
  }

  private static Map<String, Map<TotalsKey, Totals>> rows(ComparedRun run, Set<String> keys) {
    SortedMap<String, Map<TotalsKey, Totals>> rows = new TreeMap<>();
    run.topics()
        .read(
            run.names().totals(),
            "",
            (key, value) -> {
              if (value == null) {
                rows.remove(key);
              } else if (keys.contains(key)) {
                rows.put(key, run.topics().totals(RowKey.of(key), value));
              }
            });
    return rows;
  }

  private void compare(
      RowKey row,
      Map<TotalsKey, Totals> a,
      Map<TotalsKey, Totals> b,
      Consumer<TotalsDifference> sink) {
    Set<TotalsKey> keys = new TreeSet<>(Comparator.comparing(TotalsKey::text));
    keys.addAll(a.keySet());
    keys.addAll(b.keySet());
    boolean mayHaveExpired = mayHaveExpired(row);
    List<TotalsDifference> differences = new ArrayList<>();
    boolean isExpired = false;
    for (TotalsKey key : keys) {
      Totals ofFirst = orZero(a.get(key), key.family());
      Totals ofSecond = orZero(b.get(key), key.family());
      boolean isOneSided = a.containsKey(key) != b.containsKey(key);
      if (mayHaveExpired && isOneSided && !KEPT.contains(key.family())) {
        isExpired = true;
      } else if (!ofFirst.equals(ofSecond) && families.test(key.family())) {
        differences.add(new TotalsDifference(key, ofFirst, ofSecond));
      }
    }
    expired += isExpired ? 1 : 0;
    differences.forEach(sink);
  }

  private boolean mayHaveExpired(RowKey row) {
    long kept = Math.max(first.hoursKeptFrom(row.tenant()), second.hoursKeptFrom(row.tenant()));
    return row.window() == WindowSize.HOUR && row.start() < kept;
  }

  private static Totals orZero(@Nullable Totals totals, Family family) {
    return totals == null ? Totals.zero(family) : totals;
  }
}

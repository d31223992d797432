package org.contactroi.simulator.count;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.simulator.scenario.Policy;

/** Totals of a tenant by key, of every family, slice and window. */
final class Sums {

  private final String tenant;
  private final Windows windows;
  private final Map<Windows.Length, Map<String, Map<Long, Amounts>>> byLength =
      new EnumMap<>(Windows.Length.class);

  Sums(String tenant, ZoneId zone, Set<Windows.Length> lengths) {
    this.tenant = Values.escape(tenant);
    this.windows = new Windows(zone);
    lengths.forEach(length -> byLength.put(length, new HashMap<>()));
  }

  Windows windows() {
    return windows;
  }

  /** Adds amounts of a family to the windows of a moment, in some slices. */
  void add(
      String family,
      long at,
      Map<String, String> values,
      List<Policy.Slice> slices,
      Amounts amounts) {
    byLength.forEach((length, sums) -> add(length, sums, family, at, values, slices, amounts));
  }

  /** The same of what agents do, which has hours and no minutes. */
  void addOfAgent(
      String family,
      long at,
      Map<String, String> values,
      List<Policy.Slice> slices,
      Amounts amounts) {
    byLength.forEach(
        (length, sums) -> {
          if (length != Windows.Length.MINUTE) {
            add(length, sums, family, at, values, slices, amounts);
          }
        });
  }

  private void add(
      Windows.Length length,
      Map<String, Map<Long, Amounts>> sums,
      String family,
      long at,
      Map<String, String> values,
      List<Policy.Slice> slices,
      Amounts amounts) {
    if (amounts.isEmpty()) {
      return;
    }
    for (Policy.Slice slice : slices) {
      sums.computeIfAbsent(family + "/" + Values.text(slice, values), unseen -> new HashMap<>())
          .computeIfAbsent(windows.start(length, at), unseen -> new Amounts())
          .addAll(amounts);
    }
  }

  /** Returns the totals so far. */
  SortedMap<String, Amounts> byKey() {
    SortedMap<String, Amounts> byKey = new TreeMap<>();
    byLength.forEach((length, sums) -> put(sums, length, byKey));
    return byKey;
  }

  private void put(
      Map<String, Map<Long, Amounts>> sums,
      Windows.Length length,
      SortedMap<String, Amounts> byKey) {
    String window = "/" + length.name().toLowerCase(Locale.ROOT) + "/";
    sums.forEach(
        (series, byStart) -> {
          String begin = tenant + "/" + series + window;
          byStart.forEach(
              (start, amounts) -> byKey.put(begin + Instant.ofEpochMilli(start), amounts));
        });
  }
}

package org.contactroi.simulator.truth;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.simulator.scenario.Policy;

/** Totals of a tenant by key, of every family, slice, hour and day. */
final class Sums {

  private final String tenant;
  private final Windows windows;
  private final List<Policy.Slice> slices;
  private final Map<String, Map<Long, Amounts>> hours = new HashMap<>();
  private final Map<String, Map<Long, Amounts>> days = new HashMap<>();

  Sums(String tenant, Rules rules) {
    this.tenant = Values.escape(tenant);
    this.windows = new Windows(rules.zone());
    this.slices = rules.policy().slices();
  }

  Windows windows() {
    return windows;
  }

  /** Adds amounts of a family to the windows of a moment, in all slices. */
  void add(String family, long at, Map<String, String> values, Amounts amounts) {
    add(family, at, values, slices, amounts);
  }

  /** Adds amounts of a family to the windows of a moment, in some slices. */
  void add(
      String family,
      long at,
      Map<String, String> values,
      List<Policy.Slice> inSlices,
      Amounts amounts) {
    if (amounts.isEmpty()) {
      return;
    }
    for (Policy.Slice slice : inSlices) {
      String series = family + "/" + Values.text(slice, values);
      sum(hours, series, windows.hour(at)).addAll(amounts);
      sum(days, series, windows.day(at)).addAll(amounts);
    }
  }

  private static Amounts sum(Map<String, Map<Long, Amounts>> sums, String series, long start) {
    return sums.computeIfAbsent(series, unseen -> new HashMap<>())
        .computeIfAbsent(start, unseen -> new Amounts());
  }

  /** Returns the totals so far. */
  SortedMap<String, Amounts> byKey() {
    SortedMap<String, Amounts> byKey = new TreeMap<>();
    put(hours, "/hour/", byKey);
    put(days, "/day/", byKey);
    return byKey;
  }

  private void put(
      Map<String, Map<Long, Amounts>> sums, String window, SortedMap<String, Amounts> byKey) {
    sums.forEach(
        (series, byStart) -> {
          String begin = tenant + "/" + series + window;
          byStart.forEach(
              (start, amounts) -> byKey.put(begin + Instant.ofEpochMilli(start), amounts));
        });
  }
}

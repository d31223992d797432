package org.contactroi.simulator.truth;

import java.time.Instant;
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
  private final SortedMap<String, Amounts> byKey = new TreeMap<>();

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
      String series = tenant + "/" + family + "/" + Values.text(slice, values);
      sum(series + "/hour/" + Instant.ofEpochMilli(windows.hour(at))).addAll(amounts);
      sum(series + "/day/" + Instant.ofEpochMilli(windows.day(at))).addAll(amounts);
    }
  }

  private Amounts sum(String key) {
    return byKey.computeIfAbsent(key, unseen -> new Amounts());
  }

  SortedMap<String, Amounts> byKey() {
    return byKey;
  }
}

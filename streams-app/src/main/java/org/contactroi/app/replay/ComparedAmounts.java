package org.contactroi.app.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.KpiRecord;

/** What hours and days cost and save, of which two runs do not say the same. */
final class ComparedAmounts {

  /** Records that are held at once. */
  private static final int CHUNK = 20_000;

  private final ComparedRun first;
  private final ComparedRun second;
  private final Predicate<RowKey> wanted;
  private final Predicate<Family> families;

  /**
   * Amounts of two runs.
   *
   * @param wanted windows that are compared
   */
  ComparedAmounts(
      ComparedRun first, ComparedRun second, Predicate<RowKey> wanted, Predicate<Family> families) {
    this.first = first;
    this.second = second;
    this.wanted = wanted;
    this.families = families;
  }

  /** Compares, and tells of every difference, by family and in the order of the keys. */
  void compare(Consumer<AmountsDifference> sink) {
    for (Family family : Families.all()) {
      if (family.isPriced() && families.test(family)) {
        compare(family, sink);
      }
    }
  }

  private void compare(Family family, Consumer<AmountsDifference> sink) {
    List<String> differing = prints(first, family).differing(prints(second, family));
    for (int from = 0; from < differing.size(); from += CHUNK) {
      List<String> keys = differing.subList(from, Math.min(differing.size(), from + CHUNK));
      Map<String, WindowAmounts> a = amounts(first, family, Set.copyOf(keys)::contains);
      Map<String, WindowAmounts> b = amounts(second, family, Set.copyOf(keys)::contains);
      for (String key : keys) {
        RowKey row = RowKey.of(key);
        if (a.containsKey(key) == b.containsKey(key) || !mayHaveExpired(row)) {
          sink.accept(
              new AmountsDifference(
                  row.of(family),
                  AmountsDifference.changes(
                      a.getOrDefault(key, WindowAmounts.NONE),
                      b.getOrDefault(key, WindowAmounts.NONE))));
        }
      }
    }
  }

  /** The record of an hour that has expired is gone. */
  private boolean mayHaveExpired(RowKey row) {
    long kept = Math.max(first.hoursKeptFrom(row.tenant()), second.hoursKeptFrom(row.tenant()));
    return row.window() == WindowSize.HOUR && row.start() < kept;
  }

  private Fingerprints prints(ComparedRun run, Family family) {
    Fingerprints prints = new Fingerprints();
    String topic = run.names().kpi(family);
    run.topics()
        .read(
            topic,
            "",
            (key, value) -> {
              if (wanted.test(RowKey.of(key))) {
                WindowAmounts amounts =
                    value == null ? WindowAmounts.NONE : amounts(run, topic, value);
                prints.note(key, amounts.areNone() ? null : amounts.bytes(), 0);
              }
            });
    return prints;
  }

  /** The amounts of the keys that pass, of those that have some. */
  private static Map<String, WindowAmounts> amounts(
      ComparedRun run, Family family, Predicate<String> keys) {
    Map<String, WindowAmounts> all = new HashMap<>();
    String topic = run.names().kpi(family);
    run.topics()
        .read(
            topic,
            "",
            (key, value) -> {
              if (keys.test(key)) {
                WindowAmounts amounts =
                    value == null ? WindowAmounts.NONE : amounts(run, topic, value);
                if (amounts.areNone()) {
                  all.remove(key);
                } else {
                  all.put(key, amounts);
                }
              }
            });
    return all;
  }

  private static WindowAmounts amounts(ComparedRun run, String topic, byte[] value) {
    return WindowAmounts.of((KpiRecord) run.topics().decode(topic, value));
  }

  /** Sums of the days of a slice that pass, by value. */
  static Map<String, WindowAmounts> days(ComparedRun run, Family family, Predicate<RowKey> wanted) {
    Map<String, WindowAmounts> sums = new TreeMap<>();
    amounts(run, family, key -> wanted.test(RowKey.of(key)))
        .forEach(
            (key, amounts) ->
                sums.merge(RowKey.of(key).slice().valueText(), amounts, WindowAmounts::plus));
    return sums;
  }
}

package org.contactroi.app.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.TotalsKey;
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

  /** Tells of every window with another amount, by family and in the order of the keys. */
  void count(Consumer<TotalsKey> sink) {
    forEachFamily(
        (family, differing) -> differing.forEach(key -> sink.accept(RowKey.of(key).of(family))));
  }

  /** The same, and of the amounts. */
  void compare(Consumer<AmountsDifference> sink) {
    forEachFamily((family, differing) -> compare(family, differing, sink));
  }

  private void forEachFamily(BiConsumer<Family, List<String>> action) {
    for (Family family : Families.all()) {
      if (family.isPriced() && families.test(family)) {
        action.accept(family, prints(first, family).differing(prints(second, family)));
      }
    }
  }

  private void compare(Family family, List<String> differing, Consumer<AmountsDifference> sink) {
    for (int from = 0; from < differing.size(); from += CHUNK) {
      List<String> keys = differing.subList(from, Math.min(differing.size(), from + CHUNK));
      Set<String> chunk = Set.copyOf(keys);
      Map<String, WindowAmounts> a = amounts(first, family, chunk::contains);
      Map<String, WindowAmounts> b = amounts(second, family, chunk::contains);
      for (String key : keys) {
        sink.accept(
            new AmountsDifference(
                RowKey.of(key).of(family),
                AmountsDifference.changes(
                    a.getOrDefault(key, WindowAmounts.NONE),
                    b.getOrDefault(key, WindowAmounts.NONE))));
      }
    }
  }

  private Fingerprints prints(ComparedRun run, Family family) {
    Fingerprints prints = new Fingerprints();
    read(
        run,
        family,
        key -> wanted.test(RowKey.of(key)),
        (key, amounts) -> prints.note(key, amounts.areNone() ? null : amounts.bytes(), 0));
    return prints;
  }

  /** The amounts of the keys that pass, of those that have some. */
  private static Map<String, WindowAmounts> amounts(
      ComparedRun run, Family family, Predicate<String> keys) {
    Map<String, WindowAmounts> all = new HashMap<>();
    read(run, family, keys, all::put);
    all.values().removeIf(WindowAmounts::areNone);
    return all;
  }

  /** Hands out the amounts of every record whose key passes, those of one key in their order. */
  private static void read(
      ComparedRun run,
      Family family,
      Predicate<String> keys,
      BiConsumer<String, WindowAmounts> sink) {
    String topic = run.names().kpi(family);
    run.topics()
        .read(
            topic,
            "",
            (key, value) -> {
              if (keys.test(key)) {
                sink.accept(
                    key,
                    value == null
                        ? WindowAmounts.NONE
                        : WindowAmounts.of((KpiRecord) run.topics().decode(topic, value)));
              }
            });
  }

  /** Sums of the windows that pass, by tenant and value of the slice. */
  static Map<String, Map<String, WindowAmounts>> sums(
      ComparedRun run, Family family, Predicate<RowKey> wanted) {
    Map<String, Map<String, WindowAmounts>> sums = new TreeMap<>();
    amounts(run, family, key -> wanted.test(RowKey.of(key)))
        .forEach(
            (key, amounts) -> {
              RowKey row = RowKey.of(key);
              sums.computeIfAbsent(row.tenant(), tenant -> new TreeMap<>())
                  .merge(row.slice().valueText(), amounts, WindowAmounts::plus);
            });
    return sums;
  }
}

package org.contactroi.oracle.count;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.simulator.count.SortedSums;
import org.contactroi.simulator.count.Utf8;

/** Totals of one family: numbers, counts by bucket or day, and sums by the parts of a key. */
public final class Amounts {

  private static final int HISTOGRAM_BITS = 6;
  private static final long EXACT_BELOW = 64;
  private static final long DAY = 86_400_000;

  /** Part by part, as bytes. */
  public static final Comparator<List<String>> LINE_ORDER = Amounts::compare;

  private final SortedSums<String> numbers = new SortedSums<>();
  // Most have no more than one kind.
  private SortedMap<String, SortedSums<Long>> counts = Collections.emptySortedMap();
  private SortedMap<String, SortedMap<List<String>, long[]>> lines = Collections.emptySortedMap();

  /** Adds to a number. */
  public Amounts add(String measure, long amount) {
    if (amount != 0) {
      numbers.add(measure, amount);
    }
    return this;
  }

  /** Adds 1 to a number if something is so. */
  Amounts count(String measure, boolean isSo) {
    return add(measure, isSo ? 1 : 0);
  }

  /** Counts a length in its bucket of a histogram, ms. */
  Amounts sample(String measure, long length) {
    long lower = length;
    if (length >= EXACT_BELOW) {
      int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(length) - HISTOGRAM_BITS;
      lower = length >> shift << shift;
    }
    return count(measure, lower, 1);
  }

  /** Counts a moment at its UTC day. */
  Amounts day(String measure, long at) {
    return count(measure, Math.floorDiv(at, DAY), 1);
  }

  private Amounts count(String measure, long at, long amount) {
    counts = writable(counts);
    counts.computeIfAbsent(measure, unseen -> new SortedSums<>()).add(at, amount);
    return this;
  }

  /** Adds quantities to a line. */
  public Amounts line(String measure, List<String> key, long... quantities) {
    if (Arrays.stream(quantities).anyMatch(quantity -> quantity != 0)) {
      lines = writable(lines);
      lines
          .computeIfAbsent(measure, unseen -> new TreeMap<>(LINE_ORDER))
          .merge(key, quantities, Amounts::sum);
    }
    return this;
  }

  private static <V> SortedMap<String, V> writable(SortedMap<String, V> map) {
    return map.isEmpty() ? new TreeMap<>() : map;
  }

  /** Adds others to these. */
  public void addAll(Amounts others) {
    others.numbers.forEach(this::add);
    others.counts.forEach((measure, by) -> by.forEach((at, count) -> count(measure, at, count)));
    others.lines.forEach((measure, by) -> by.forEach((key, sums) -> line(measure, key, sums)));
  }

  public boolean isEmpty() {
    return numbers.isEmpty() && counts.isEmpty() && lines.isEmpty();
  }

  /** Returns a number, 0 if nothing was added to it. */
  public long number(String measure) {
    return numbers.get(measure);
  }

  public SortedSums<String> numbers() {
    return numbers;
  }

  public SortedMap<String, SortedSums<Long>> counts() {
    return counts;
  }

  public SortedMap<String, SortedMap<List<String>, long[]>> lines() {
    return lines;
  }

  private static long[] sum(long[] left, long[] right) {
    long[] sum = new long[left.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(left[i], right[i]);
    }
    return sum;
  }

  private static int compare(List<String> left, List<String> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = Utf8.ORDER.compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}

package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named quantities. A scalar has the name of its field; a bucket, a day or a quantity of a line has
 * the field, the parts of its key and, in a line, the name of the quantity.
 */
final class OracleQuantities {

  private static final Comparator<List<String>> ORDER =
      (one, other) -> {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
          int order = Utf8.ORDER.compare(one.get(i), other.get(i));
          if (order != 0) {
            return order;
          }
        }
        return Integer.compare(one.size(), other.size());
      };

  private final SortedMap<List<String>, Long> byPath = new TreeMap<>(ORDER);

  OracleQuantities add(String name, long quantity) {
    byPath.merge(List.of(name), quantity, Math::addExact);
    return this;
  }

  OracleQuantities add(String name, boolean counts) {
    return add(name, counts ? 1 : 0);
  }

  /** One value of a histogram: "v < 64 -> bucket v; else s = floor(log2 v) - 6, (v >> s) << s". */
  void addToHistogram(String name, long value) {
    int shift = value < 64 ? 0 : 63 - Long.numberOfLeadingZeros(value) - 6;
    byPath.merge(List.of(name, Long.toString((value >> shift) << shift)), 1L, Math::addExact);
  }

  /** One that waits for the UTC day. */
  void addDay(String name, long day) {
    byPath.merge(List.of(name, Long.toString(day)), 1L, Math::addExact);
  }

  /** A quantity of the line with the key. */
  void addToLine(String name, List<String> key, String quantity, long amount) {
    List<String> path = new ArrayList<>();
    path.add(name);
    path.addAll(key);
    path.add(quantity);
    byPath.merge(List.copyOf(path), amount, Math::addExact);
  }

  void addAll(OracleQuantities others) {
    others.byPath.forEach((path, quantity) -> byPath.merge(path, quantity, Math::addExact));
  }

  /** Without the zeros. */
  SortedMap<List<String>, Long> nonZero() {
    SortedMap<List<String>, Long> nonZero = new TreeMap<>(byPath);
    nonZero.values().removeIf(quantity -> quantity == 0);
    return nonZero;
  }
}

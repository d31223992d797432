package org.contactroi.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Of several rounds the one in the middle. */
final class Medians {

  private Medians() {}

  /** Of a value of things; of two in the middle their mean. Empty of none. */
  static <T> OptionalDouble of(Collection<T> things, ToDoubleFunction<T> value) {
    List<Double> sorted = things.stream().mapToDouble(value).boxed().sorted().toList();
    int middle = sorted.size() / 2;
    if (sorted.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
  }
}

package org.contactroi.simulator.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values and how often each of them comes.
 *
 * @param <T> kind of the values
 */
public final class Mix<T> {

  private final List<T> values;
  private final double[] bounds;

  private Mix(List<T> values, double[] bounds) {
    this.values = values;
    this.bounds = bounds;
  }

  /**
   * Returns a mix.
   *
   * @param weights values by weight, in an order that is always the same; only ratios of weights
   *     matter
   * @throws IllegalArgumentException if a weight is below 0 or none is above
   */
  public static <T> Mix<T> of(Map<T, Double> weights) {
    double[] bounds = new double[weights.size()];
    List<T> values = new ArrayList<>();
    double sum = 0;
    for (Map.Entry<T, Double> entry : weights.entrySet()) {
      if (!(entry.getValue() >= 0)) {
        throw new IllegalArgumentException(
            "weight " + entry.getValue() + " of " + entry.getKey() + " is not at least 0");
      }
      sum += entry.getValue();
      bounds[values.size()] = sum;
      values.add(entry.getKey());
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException("the weights of " + values + " have no sum above 0");
    }
    return new Mix<>(List.copyOf(values), bounds);
  }

  /** Returns the values in their order. */
  public List<T> values() {
    return values;
  }

  /** Draws a value. */
  public T pick(RandomStream random) {
    return values.get(index(random));
  }

  /** Draws the index of a value. */
  public int index(RandomStream random) {
    double drawn = random.unit() * bounds[bounds.length - 1];
    int index = 0;
    while (drawn >= bounds[index]) {
      index++;
    }
    return index;
  }
}

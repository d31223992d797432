package org.contactroi.benchmarks.live;

import java.util.Collection;
import java.util.List;

/**
 * How late things were seen.
 *
 * @param number of things
 * @param median ms; 0 of none
 * @param p99 ms; 0 of none
 */
public record Delays(int number, double median, double p99) {

  private static final double HALF = 0.5;
  private static final double NINETY_NINE = 0.99;

  static Delays of(Collection<Double> delays) {
    List<Double> sorted = delays.stream().sorted().toList();
    return new Delays(sorted.size(), rank(sorted, HALF), rank(sorted, NINETY_NINE));
  }

  /** The least value that a share of all does not exceed. */
  private static double rank(List<Double> sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, rank - 1));
  }
}

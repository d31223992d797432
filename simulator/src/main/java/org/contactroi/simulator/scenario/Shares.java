package org.contactroi.simulator.scenario;

import java.util.HashMap;
import java.util.Map;

/**
 * How often things happen.
 *
 * @param <K> what happens
 * @param shares share of what it can happen to; 0 where nothing is said
 */
public record Shares<K>(Map<K, Double> shares) {

  public Shares {
    shares = Map.copyOf(shares);
  }

  /** Returns how often something happens. */
  public double share(K what) {
    return shares.getOrDefault(what, 0.0);
  }

  /** Returns whether nothing happens at all. */
  public boolean isNone() {
    return shares.values().stream().allMatch(share -> share == 0);
  }

  /**
   * Returns the same, more or less often.
   *
   * @param factor multiple of the shares, none of which gets above 1
   */
  public Shares<K> times(double factor) {
    Map<K, Double> multiplied = new HashMap<>();
    shares.forEach((what, share) -> multiplied.put(what, Math.min(1, share * factor)));
    return new Shares<>(multiplied);
  }
}

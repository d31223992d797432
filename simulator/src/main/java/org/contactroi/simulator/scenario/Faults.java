package org.contactroi.simulator.scenario;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often something goes wrong between what happens and the events that say so.
 *
 * @param shares share of the events that a fault could befall, or for {@link Fault#REOPENED} and
 *     {@link Fault#TEST_TRAFFIC} of the contacts
 */
public record Faults(Map<Fault, Double> shares) {

  /** Nothing goes wrong. */
  public static final Faults NONE = new Faults(Map.of());

  public Faults {
    shares = Map.copyOf(shares);
  }

  /** Returns how often a fault happens. */
  public double share(Fault fault) {
    return shares.getOrDefault(fault, 0.0);
  }

  /** Returns whether anything goes wrong at all. */
  public boolean isNone() {
    return shares.values().stream().allMatch(share -> share == 0);
  }

  /**
   * Returns the same faults, more or less often.
   *
   * @param factor multiple of the shares, none of which gets above 1
   */
  public Faults times(double factor) {
    Map<Fault, Double> multiplied = new EnumMap<>(Fault.class);
    shares.forEach((fault, share) -> multiplied.put(fault, Math.min(1, share * factor)));
    return new Faults(multiplied);
  }
}

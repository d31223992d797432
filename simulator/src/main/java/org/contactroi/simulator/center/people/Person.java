package org.contactroi.simulator.center.people;

import java.util.Map;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;

/**
 * Somebody who needs something.
 *
 * @param seed decides what is drawn for this customer, in every run alike
 * @param locale BCP 47 tag
 * @param attributes own dimensions
 */
public record Person(long number, Seed seed, String locale, Map<String, String> attributes) {

  /** Returns where the customer stands among all, in [0, 1): who is in which arm. */
  public double rank() {
    RandomStream random = seed.of("rank").stream();
    return random.unit();
  }
}

package org.contactroi.simulator.scenario;

import org.contactroi.simulator.random.Distribution;

/**
 * Something that happens now and then.
 *
 * @param time how long it lasts, or how long after, ms
 */
public record Occasional(double share, Distribution time) {

  /** What never happens. */
  public static final Occasional NEVER = new Occasional(0, Distribution.constant(0));
}

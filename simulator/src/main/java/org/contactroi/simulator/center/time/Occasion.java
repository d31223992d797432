package org.contactroi.simulator.center.time;

/** Something that will happen. */
@FunctionalInterface
public interface Occasion {

  /**
   * Happens.
   *
   * @param now the time it was planned for, ms since the epoch
   */
  void happen(long now);
}

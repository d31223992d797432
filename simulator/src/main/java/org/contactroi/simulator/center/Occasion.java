package org.contactroi.simulator.center;

/** Something that will happen. */
@FunctionalInterface
interface Occasion {

  /**
   * Happens.
   *
   * @param now the time it was planned for, ms since the epoch
   */
  void happen(long now);
}

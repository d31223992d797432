package org.contactroi.simulator;

import java.time.Duration;
import java.time.Instant;

/** Decides when an event is due: at once, or in the rhythm of its own time. */
public interface Pacer {

  /**
   * Waits until an event observed at this moment is due.
   *
   * @throws InterruptedException if interrupted while waiting
   */
  void await(Instant moment) throws InterruptedException;

  /** Returns a pacer that never waits. */
  static Pacer max() {
    return moment -> {};
  }

  /**
   * Returns a pacer that lets event time pass {@code speed} times as fast as the wall clock, from
   * the first event on.
   *
   * @throws IllegalArgumentException if speed is not above 0
   */
  static Pacer times(double speed) {
    return new ClockPacer(speed, new SystemTimer());
  }

  /** Monotonic time and the wait for it, so that tests need neither. */
  interface Timer {

    /** Returns nanoseconds since an arbitrary origin. */
    long nanos();

    /** Waits; a duration that is not positive returns at once. */
    void sleep(Duration duration) throws InterruptedException;
  }
}

package org.contactroi.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

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
    return new ClockPacer(speed, new Timer() {});
  }

  /** Monotonic time of the machine and the wait for it; tests have others. */
  interface Timer {

    /** Returns nanoseconds since an arbitrary origin. */
    default long nanos() {
      return System.nanoTime();
    }

    /** Waits; a duration that is not positive returns at once. */
    default void sleep(Duration duration) throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
  }
}

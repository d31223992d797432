package org.contactroi.simulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Paces by a clock: event time since the first event, divided by the speed, is the time to wait
 * for.
 */
final class ClockPacer implements Pacer {

  private static final double NANOS_PER_MILLI = 1_000_000;
  // A pause this short is not worth a call of the scheduler; it is made up by the next one.
  private static final long SHORTEST_SLEEP_NANOS = 1_000_000;
  private static final long LONGEST_SLEEP_NANOS = Duration.ofDays(1).toNanos();

  private final double speed;
  private final Timer timer;
  private @Nullable Instant firstEvent;
  private long firstNanos;

  ClockPacer(double speed, Timer timer) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed " + speed + " is not a number above 0");
    }
    this.speed = speed;
    this.timer = timer;
  }

  @Override
  public void await(Instant moment) throws InterruptedException {
    if (firstEvent == null) {
      firstEvent = moment;
      firstNanos = timer.nanos();
      return;
    }
    double due = (moment.toEpochMilli() - firstEvent.toEpochMilli()) * NANOS_PER_MILLI / speed;
    long left = (long) due - (timer.nanos() - firstNanos);
    while (left >= SHORTEST_SLEEP_NANOS) {
      timer.sleep(Duration.ofNanos(Math.min(left, LONGEST_SLEEP_NANOS)));
      left = (long) due - (timer.nanos() - firstNanos);
    }
  }
}

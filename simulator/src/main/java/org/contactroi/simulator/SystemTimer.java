package org.contactroi.simulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The timer of the machine. */
final class SystemTimer implements Pacer.Timer {

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(duration.toNanos());
  }
}

package org.contactroi.benchmarks;

import org.contactroi.benchmarks.process.CpuMeter;
import org.contactroi.benchmarks.process.CpuTime;

/**
 * A moment, and the processor time used up to it.
 *
 * @param nanos of {@link System#nanoTime}
 */
record Mark(long nanos, CpuTime cpu) {

  private static final double NANOS_PER_SECOND = 1e9;

  static Mark now(CpuMeter meter) {
    return new Mark(System.nanoTime(), meter.read());
  }

  double secondsTo(Mark later) {
    return (later.nanos - nanos) / NANOS_PER_SECOND;
  }
}

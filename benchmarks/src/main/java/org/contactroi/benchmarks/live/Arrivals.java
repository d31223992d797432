package org.contactroi.benchmarks.live;

import java.util.ArrayList;
import java.util.List;

/**
 * When things that count one each were published, and when a reader has seen the count that they
 * make. Thread safe.
 */
public final class Arrivals {

  private static final double NANOS_PER_MILLI = 1e6;

  private int warmup;
  private final List<Long> published = new ArrayList<>();
  private final List<Double> delays = new ArrayList<>();
  private int reached;

  /**
   * None yet.
   *
   * @param warmup the first ones, whose delays are not kept
   */
  public Arrivals(int warmup) {
    this.warmup = warmup;
  }

  /**
   * Begins anew with those that are published from now on.
   *
   * @param unkept the first of them, whose delays are not kept
   */
  public synchronized void restart(int unkept) {
    warmup = published.size() + unkept;
    delays.clear();
  }

  /** Notes that the next one is being published. */
  public synchronized void publish(long nanos) {
    published.add(nanos);
  }

  /** Notes that a reader has seen a count. */
  public synchronized void see(long count, long nanos) {
    while (reached < Math.min(count, published.size())) {
      if (reached >= warmup) {
        delays.add((nanos - published.get(reached)) / NANOS_PER_MILLI);
      }
      reached++;
    }
  }

  /** Whether all that were published have been seen. */
  public synchronized boolean isComplete() {
    return reached == published.size();
  }

  /** Delays of those seen after the first ones. */
  public synchronized Delays delays() {
    return Delays.of(delays);
  }
}

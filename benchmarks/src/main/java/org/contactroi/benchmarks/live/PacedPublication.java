package org.contactroi.benchmarks.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.EventSink;

/** Publishes events at a rate, and probes among them. */
public final class PacedPublication {

  /** Probes a second. */
  public static final int PROBES = 5;

  private static final double NANOS = 1e9;

  private final EventSink sink;
  private final Load load;
  private final List<Arrivals> arrivals;
  private int probes;

  /**
   * Of a load to a sink.
   *
   * @param arrivals are told when probes are published
   */
  public PacedPublication(EventSink sink, Load load, List<Arrivals> arrivals) {
    this.sink = sink;
    this.load = load;
    this.arrivals = List.copyOf(arrivals);
  }

  /** Publishes for a time and returns the number of events, those of probes among them. */
  public long publish(int perSecond, Duration time) throws InterruptedException {
    long begin = System.nanoTime();
    long all = perSecond * time.toSeconds();
    long perProbe = Math.max(1, perSecond / PROBES);
    long extra = 0;
    for (long event = 0; event < all; event++) {
      waitUntil(begin + (long) (event * NANOS / perSecond));
      if (event % perProbe == 0) {
        extra += publishProbe();
      }
      sink.accept(load.next());
    }
    sink.flush();
    return all + extra;
  }

  private long publishProbe() throws InterruptedException {
    Probe probe = new Probe(probes++, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    List<InteractionEvent> events = probe.events();
    for (InteractionEvent event : events) {
      sink.accept(event);
    }
    long now = System.nanoTime();
    arrivals.forEach(each -> each.publish(now));
    return events.size();
  }

  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}

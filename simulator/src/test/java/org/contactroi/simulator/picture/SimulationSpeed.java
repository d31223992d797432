package org.contactroi.simulator.picture;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.contactroi.simulator.synthetic.Happening;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Prints how many events a second are made for a sink that drops them, and how much memory is in
 * use, month by month. It measures and judges nothing; run it by its name.
 */
class SimulationSpeed {

  private static final double NANOS = 1e9;
  private static final long MEGABYTE = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "retail-ai-rollout, 0",
    "retail-ai-rollout, 1",
    "bank-voice, 0",
    "wechat-commerce, 0"
  })
  void eventsPerSecond(String name, double faults) {
    Scenario scenario = Scenarios.of(name).withFaults(faults);
    int months = Integer.getInteger("simulation.months", 12);
    double perDay = Integer.getInteger("simulation.per-day", 2_000);
    Instant from = scenario.period().begins().atStartOfDay(scenario.zone()).toInstant();
    Instant to = from.plus(Duration.ofDays(30L * months));
    Run run = Run.from(1, from).withSize(perDay / scenario.perDay()).withEnd(new Run.End(to, null));
    EventSource events = Happening.of(scenario, run, new Pseudonyms(Pseudonyms.DEMO_KEY)).events();
    System.out.printf(Locale.ROOT, "%s, %,.0f a day, faults x %.0f%n", name, perDay, faults);
    Lap all = new Lap();
    for (int month = 1; month <= months; month++) {
      Lap lap = new Lap();
      long count = drop(events, (double) month / months);
      all.count += count;
      lap.count = count;
      lap.print("month " + month);
    }
    all.print("all");
  }

  private static long drop(EventSource events, double share) {
    long count = 0;
    while (events.share().orElse(1) < share && events.hasNext()) {
      events.next();
      count++;
    }
    return count;
  }

  /** What passes meanwhile. */
  private static final class Lap {

    private final long wall = System.nanoTime();
    private final long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    private long count;

    void print(String name) {
      double wallSeconds = (System.nanoTime() - wall) / NANOS;
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      System.out.printf(
          Locale.ROOT,
          "%-9s %,12d events  %,9.0f/s of CPU time  %,9.0f/s  %,5d MB in use%n",
          name,
          count,
          count / (used / NANOS),
          count / wallSeconds,
          memory());
    }

    private static long memory() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
  }
}

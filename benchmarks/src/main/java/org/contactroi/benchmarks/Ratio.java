package org.contactroi.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many times the median of one program is that of another.
 *
 * @param events of the events a second
 * @param cpu of the processor time of an event, without the compilers
 */
record Ratio(BenchPlan.Letter of, BenchPlan.Letter to, double events, double cpu) {

  private static final List<List<BenchPlan.Letter>> PAIRS =
      List.of(
          List.of(BenchPlan.Letter.C, BenchPlan.Letter.B),
          List.of(BenchPlan.Letter.C, BenchPlan.Letter.A),
          List.of(BenchPlan.Letter.D, BenchPlan.Letter.C));

  /** Those of programs that were measured. */
  static List<Ratio> all(Report report) {
    List<Ratio> ratios = new ArrayList<>();
    for (List<BenchPlan.Letter> pair : PAIRS) {
      List<Measurement> of = report.of(pair.get(0));
      List<Measurement> to = report.of(pair.get(1));
      if (!of.isEmpty() && !to.isEmpty()) {
        ratios.add(ratio(of, to));
      }
    }
    return ratios;
  }

  private static Ratio ratio(List<Measurement> of, List<Measurement> to) {
    return new Ratio(
        of.get(0).letter(),
        to.get(0).letter(),
        median(of, Measurement::eventsPerSecond) / median(to, Measurement::eventsPerSecond),
        median(of, m -> m.perMillion(m.cpu().withoutJit()))
            / median(to, m -> m.perMillion(m.cpu().withoutJit())));
  }

  private static double median(
      List<Measurement> rounds, java.util.function.ToDoubleFunction<Measurement> value) {
    return Medians.of(rounds, value).orElseThrow();
  }

  String name() {
    return of.lower() + "/" + to.lower();
  }

  String line() {
    return String.format(
        Locale.ROOT, "%s  events/s %.3g, CPU per event without JIT %.3g", name(), events, cpu);
  }
}

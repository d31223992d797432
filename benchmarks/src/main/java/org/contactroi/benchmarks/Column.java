package org.contactroi.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure of a measurement.
 *
 * @param key in JSON
 * @param title in the table
 * @param decimals in the table
 * @param value empty where the program has none
 */
record Column(
    String key, String title, int decimals, Function<Measurement, Optional<Double>> value) {

  private static final double MIB = 1 << 20;

  /**
   * All figures, in their order.
   *
   * @param interactions by which state is divided
   */
  static List<Column> all(long interactions) {
    return List.of(
        of("events_per_second", "events/s", 0, Measurement::eventsPerSecond),
        perMillion("cpu_seconds_per_million", "CPU s/M", m -> m.cpu().total()),
        perMillion("cpu_seconds_per_million_without_jit", "no JIT", m -> m.cpu().withoutJit()),
        perMillion("jit_seconds_per_million", "JIT", m -> m.cpu().jit()),
        perMillion("gc_seconds_per_million", "GC", m -> m.cpu().gc()),
        ofOutput(
            "records_per_event", "records/event", 2, (m, out) -> m.perEvent(out.total().records())),
        ofOutput("bytes_per_event", "bytes/event", 0, (m, out) -> m.perEvent(out.total().bytes())),
        ofOutput("log_bytes_per_event", "log B/event", 0, (m, out) -> m.perEvent(out.logBytes())),
        ofOutput(
            "state_bytes_per_interaction",
            "state B/contact",
            0,
            (m, out) -> (double) out.stateBytes() / interactions),
        of("peak_mib", "RSS MiB", 0, m -> m.peakMemory() / MIB),
        ofCommits("commit_ms_average", "commit ms", c -> c.average()),
        ofCommits("commit_ms_max", "max", c -> c.max()));
  }

  private static Column of(
      String key, String title, int decimals, Function<Measurement, Double> value) {
    return new Column(key, title, decimals, m -> Optional.of(value.apply(m)));
  }

  private static Column perMillion(
      String key, String title, Function<Measurement, Double> seconds) {
    return of(key, title, 1, m -> m.perMillion(seconds.apply(m)));
  }

  private interface OfOutput {
    double value(Measurement measurement, Measurement.Output output);
  }

  private static Column ofOutput(String key, String title, int decimals, OfOutput value) {
    return new Column(key, title, decimals, m -> m.written().map(out -> value.value(m, out)));
  }

  private static Column ofCommits(
      String key,
      String title,
      Function<org.contactroi.benchmarks.process.CommitLatency, Double> value) {
    return new Column(
        key, title, 0, m -> m.written().flatMap(Measurement.Output::commits).map(value));
  }

  /** A value as the table shows it. */
  String text(Optional<Double> of) {
    return of.map(number -> String.format(Locale.ROOT, "%,." + decimals + "f", number)).orElse("-");
  }

  /** The median of the rounds that have a value. */
  Optional<Double> median(List<Measurement> rounds) {
    List<Double> values = rounds.stream().map(value).flatMap(Optional::stream).toList();
    return Medians.of(values, Double::doubleValue).stream().boxed().findFirst();
  }
}

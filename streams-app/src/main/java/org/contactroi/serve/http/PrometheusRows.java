package org.contactroi.serve.http;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.contactroi.serve.gauge.Sample;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.store.Counters;
import org.contactroi.serve.store.KpiState;

/**
 * Shows samples and counters at each scrape. Rows exist only while they are shown, so there is
 * nothing to register or to remove when series come and go.
 */
public final class PrometheusRows implements MultiCollector {

  private static final double MS_PER_SECOND = 1_000;

  private final Supplier<KpiState> shown;

  /**
   * Rows of what is shown at the time of the scrape.
   *
   * @param shown says what that is
   */
  public PrometheusRows(Supplier<KpiState> shown) {
    this.shown = shown;
  }

  @Override
  public MetricSnapshots collect() {
    KpiState state = shown.get();
    List<MetricSnapshot> snapshots = new ArrayList<>(gauges(state));
    snapshots.add(counter(state, "contact_roi_rejects", "Events not accepted", Counters.REJECTS));
    snapshots.add(
        counter(
            state,
            "contact_roi_dead_letters",
            "Records that were not decoded",
            Counters.DEAD_LETTERS));
    return new MetricSnapshots(snapshots);
  }

  private static List<GaugeSnapshot> gauges(KpiState state) {
    Map<String, GaugeSnapshot.Builder> byName = new TreeMap<>();
    state.gauges().samples().forEach(sample -> add(byName, sample));
    state.roi().samples().forEach(sample -> add(byName, sample));
    state.live().samples().forEach(sample -> add(byName, sample));
    watermarks(state).forEach(sample -> add(byName, sample));
    return byName.values().stream().map(GaugeSnapshot.Builder::build).toList();
  }

  private static List<Sample> watermarks(KpiState state) {
    List<Sample> samples = new ArrayList<>();
    for (String id : state.tenantIds()) {
      state
          .tenant(id)
          .map(Tenant::watermark)
          .ifPresent(
              watermark ->
                  samples.add(
                      new Sample(
                          "contact_roi_watermark_timestamp_seconds",
                          "Event time the tenant has reached",
                          Labels.of("tenant", id),
                          watermark / MS_PER_SECOND)));
    }
    return samples;
  }

  private static void add(Map<String, GaugeSnapshot.Builder> byName, Sample sample) {
    byName
        .computeIfAbsent(
            sample.name(), name -> GaugeSnapshot.builder().name(name).help(sample.help()))
        .dataPoint(
            GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(sample.labels())
                .value(sample.value())
                .build());
  }

  private static CounterSnapshot counter(KpiState state, String name, String help, String prefix) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    state
        .counters()
        .forEach(
            (key, count) -> {
              if (key.startsWith(prefix)) {
                counter.dataPoint(
                    CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(Labels.of("reason", key.substring(prefix.length())))
                        .value(count)
                        .build());
              }
            });
    return counter.build();
  }
}

package org.contactroi.serve;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.TotalsKey;

/** Reads the samples of one series from its sums. */
final class SeriesSamples {

  private SeriesSamples() {}

  /** Samples of every window; figures that are undefined are left out. */
  static List<Sample> of(MinuteSeries series) {
    List<Sample> samples = new ArrayList<>();
    for (SlidingWindow window : SlidingWindow.ALL) {
      Minute sum = series.sum(window);
      Labels labels = labels(series.key(), window);
      for (GaugeSpec spec : GaugeSpec.of(series.key().family())) {
        Ratio ratio = spec.formula().apply(sum.totals());
        if (ratio.isDefined()) {
          samples.add(sample(spec, labels, ratio));
        }
      }
      if (sum.weight() > 0) {
        samples.add(settled(series.key(), labels, sum));
      }
    }
    return samples;
  }

  private static Sample sample(GaugeSpec spec, Labels labels, Ratio ratio) {
    double value = ratio.numerator() / (ratio.denominator() * spec.unitsPerBase());
    Labels own = spec.label().isEmpty() ? labels : labels.add(spec.label(), spec.labelValue());
    return new Sample(spec.name(), spec.help(), own, value);
  }

  private static Sample settled(TotalsKey key, Labels labels, Minute sum) {
    return new Sample(
        "contact_roi_settled_ratio",
        "Share of the window that is settled: of episodes where figures wait for them",
        labels.add("family", key.family().id()),
        sum.settledFraction());
  }

  private static Labels labels(TotalsKey key, SlidingWindow window) {
    return Labels.of(
        "tenant", key.tenant(),
        "slice", key.slice().by(),
        "value", key.slice().valueText(),
        "window", window.label());
  }
}

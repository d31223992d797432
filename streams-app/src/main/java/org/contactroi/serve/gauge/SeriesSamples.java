package org.contactroi.serve.gauge;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;

/** Reads the samples of one series from its sums. */
final class SeriesSamples {

  private SeriesSamples() {}

  /**
   * Samples of every window; figures that are undefined are left out, and windows from which more
   * was taken back than their minutes tell, see {@code minute-retention}.
   *
   * @param settleAfter how far time passes a minute before it is settled, ms
   */
  static List<Sample> of(SlidingSeries series, long settleAfter) {
    List<Sample> samples = new ArrayList<>();
    for (SlidingWindow window : series.spans()) {
      Totals sum = series.sum(window);
      if (sum.hasNegativeCounts()) {
        continue;
      }
      Labels labels = labels(series.key(), window);
      for (Metric metric : series.key().family().gauges()) {
        metric.values(sum).forEach(value -> add(samples, metric, labels, value));
      }
      Ratio settled = SettledShare.of(sum, window, series.end(), series.end() - settleAfter);
      if (settled.isDefined()) {
        samples.add(settled(series.key(), labels, settled));
      }
    }
    return samples;
  }

  private static void add(List<Sample> samples, Metric metric, Labels labels, Metric.Value value) {
    Ratio ratio = value.ratio();
    if (ratio.isDefined()) {
      Labels all = labels.merge(Labels.of(value.labels().toArray(String[]::new)));
      double shown = ratio.numerator() / ((double) ratio.denominator() * value.unitsPerBase());
      samples.add(new Sample(metric.name(), metric.help(), all, shown));
    }
  }

  private static Sample settled(TotalsKey key, Labels labels, Ratio share) {
    return new Sample(
        "contact_roi_settled_ratio",
        "Share of the window that can no longer change: of episodes where figures wait for them,"
            + " else of minutes",
        labels.add("family", key.family().id()),
        (double) share.numerator() / share.denominator());
  }

  private static Labels labels(TotalsKey key, SlidingWindow window) {
    return Labels.of(
        "tenant", key.tenant(),
        "slice", key.slice().by(),
        "value", key.slice().valueText(),
        "window", window.label());
  }
}

package org.contactroi.serve;

import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;

/**
 * What one minute window, or the sum of several, adds to a gauge.
 *
 * @param settledMicros settled share times weight, millionths, so that sums stay exact
 * @param weight episodes the totals wait or waited for; minutes for families that wait for none
 */
record Minute(Totals totals, long settledMicros, long weight) {

  private static final double MICROS = 1e6;

  static Minute of(KpiRecord kpi) {
    long weight = weight(kpi.totals());
    return new Minute(kpi.totals(), Math.round(kpi.settledFraction() * MICROS) * weight, weight);
  }

  Minute plus(Minute other) {
    return new Minute(
        totals.plus(other.totals), settledMicros + other.settledMicros, weight + other.weight);
  }

  Minute minus(Minute other) {
    return new Minute(
        totals.minus(other.totals), settledMicros - other.settledMicros, weight - other.weight);
  }

  /** Share that is settled; only where the weight is not 0. */
  double settledFraction() {
    return settledMicros / MICROS / weight;
  }

  private static long weight(Totals totals) {
    long weight = totals.family().waitsForEpisodes() ? 0 : 1;
    for (Measure measure : totals.family().measures()) {
      if (measure.shape() == Measure.Shape.DAYS) {
        Distribution days = totals.distribution(measure);
        weight += days.total();
      }
    }
    return weight;
  }
}

package org.contactroi.serve;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.contactroi.kpi.Breakdown.Line;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Quantity;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;

/**
 * A metric that gauges of a family share, and where their values come from.
 *
 * @param name in base units
 * @param help one sentence
 * @param unitsPerBase what counts and quantities are divided by: 1 000 for milliseconds; figures
 *     know their own unit
 */
record Gauge(String name, String help, double unitsPerBase) {

  private static final double MS_PER_SECOND = 1_000;
  private static final double MICROS_PER_UNIT = 1_000_000;

  static Gauge of(String name, String help) {
    return new Gauge(name, help, 1);
  }

  /** Of times in milliseconds. */
  static Gauge ofSeconds(String name, String help) {
    return new Gauge(name, help, MS_PER_SECOND);
  }

  /** Of amounts in millionths. */
  static Gauge ofAmounts(String name, String help) {
    return new Gauge(name, help, MICROS_PER_UNIT);
  }

  /**
   * A figure.
   *
   * @param labels names and values in turn
   */
  GaugeSpec figure(Family family, String figure, String... labels) {
    Figure found =
        Figure.of(family).stream().filter(f -> f.name().equals(figure)).findFirst().orElseThrow();
    Labels own = Labels.of(labels);
    return new GaugeSpec(
        name,
        help,
        totals -> Map.of(own, found.from(totals)),
        found.unit() == Figure.Unit.MILLISECONDS ? MS_PER_SECOND : 1);
  }

  /**
   * A scalar.
   *
   * @param labels names and values in turn
   */
  GaugeSpec scalar(Measure measure, String... labels) {
    Labels own = Labels.of(labels);
    return new GaugeSpec(
        name, help, totals -> Map.of(own, new Ratio(totals.get(measure), 1)), unitsPerBase);
  }

  /**
   * The sum of a quantity over a breakdown.
   *
   * @param labels names and values in turn
   */
  GaugeSpec total(Measure measure, Quantity quantity, String... labels) {
    Labels own = Labels.of(labels);
    return new GaugeSpec(
        name,
        help,
        totals -> Map.of(own, new Ratio(totals.breakdown(measure).total(quantity), 1)),
        unitsPerBase);
  }

  /** The sums of a quantity over the lines of a breakdown that share some parts of their key. */
  GaugeSpec lines(Selected selected) {
    return new GaugeSpec(name, help, selected::sums, unitsPerBase);
  }

  /**
   * Lines of a breakdown and what is shown of them.
   *
   * @param parts of the key that become labels; only such as have few values
   */
  record Selected(
      Measure measure, Quantity quantity, Predicate<Line> wanted, Labels labels, List<Part> parts) {

    /**
     * A part of a line's key.
     *
     * @param label its name as a label
     */
    record Part(int position, String label) {}

    private Map<Labels, Ratio> sums(Totals totals) {
      Map<Labels, Ratio> sums = new LinkedHashMap<>();
      for (Line line : totals.breakdown(measure).lines()) {
        if (wanted.test(line)) {
          sums.merge(labels(line), new Ratio(line.get(quantity), 1), Selected::plus);
        }
      }
      return sums;
    }

    private Labels labels(Line line) {
      return labels.merge(
          parts.stream().map(Part::label).toArray(String[]::new),
          parts.stream().map(part -> line.key().get(part.position())).toArray(String[]::new));
    }

    private static Ratio plus(Ratio a, Ratio b) {
      return new Ratio(Math.addExact(a.numerator(), b.numerator()), 1);
    }
  }
}

package org.contactroi.kpi;

import java.util.List;
import java.util.function.Function;

/**
 * A figure of a family, read from totals as an exact ratio.
 *
 * @param name as published, for instance {@code service_level}
 * @param unit of the ratio
 * @param kind how it comes about
 * @param formula totals to ratio, undefined when there is nothing to divide by
 */
public record Figure(String name, Unit unit, Kind kind, Function<Totals, Ratio> formula) {

  /** How a figure comes about. */
  public enum Kind {
    /** Numerator and denominator of a sum are the sums of those of its parts. */
    QUOTIENT,
    /** Of quotients, in lowest terms: parts of it do not add up. */
    PRODUCT,
    /** A value of a distribution. */
    PERCENTILE
  }

  /** Unit of a figure. */
  public enum Unit {
    MILLISECONDS,
    /** Between 0 and 1. */
    SHARE,
    COUNT,
    /** Points, from -100 or 0 to 100. */
    POINTS
  }

  /** The figures of a family, in the order they are shown. */
  public static List<Figure> of(Family family) {
    return Figures.of(family);
  }

  /** Whether it is a value of a distribution, not a ratio. */
  public boolean isPercentile() {
    return kind == Kind.PERCENTILE;
  }

  /** The figure of these totals. */
  public Ratio from(Totals totals) {
    return formula.apply(totals);
  }

  static Figure quotient(String name, Unit unit, Measure numerator, Measure denominator) {
    return ratio(name, unit, t -> new Ratio(t.get(numerator), t.get(denominator)));
  }

  static Figure ratio(String name, Unit unit, Function<Totals, Ratio> formula) {
    return new Figure(name, unit, Kind.QUOTIENT, formula);
  }

  static Figure product(String name, Unit unit, Function<Totals, Ratio> formula) {
    return new Figure(name, unit, Kind.PRODUCT, formula);
  }

  /**
   * A percentile of times.
   *
   * @param prefix before its name, for instance {@code frt_any_}; may be empty
   */
  static Figure percentile(String prefix, int percent, Measure histogram) {
    return new Figure(
        prefix + "p" + percent,
        Unit.MILLISECONDS,
        Kind.PERCENTILE,
        t -> Histogram.percentile(t.distribution(histogram), percent));
  }
}

package org.contactroi.kpi;

import java.util.function.Function;

/**
 * A figure of a family, read from totals as an exact ratio.
 *
 * @param name as published, for instance {@code service_level}
 * @param unit of the ratio
 * @param kind how it comes about
 * @param is its formula in the names of the family's measures
 * @param formula totals to ratio, undefined when there is nothing to divide by
 */
public record Figure(
    String name, Unit unit, Kind kind, String is, Function<Totals, Ratio> formula) {

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
    MILLISECONDS("ms"),
    /** Between 0 and 1. */
    SHARE("share"),
    COUNT("count"),
    /** Points, from -100 or 0 to 100. */
    POINTS("points");

    private final String id;

    Unit(String id) {
      this.id = id;
    }

    /** Name in published records. */
    public String id() {
      return id;
    }
  }

  /** One scalar over another. */
  public static Figure quotient(String name, Unit unit, Measure numerator, Measure denominator) {
    return ratio(
        name,
        unit,
        numerator + " / " + denominator,
        t -> new Ratio(t.get(numerator), t.get(denominator)));
  }

  /** A quotient of what is linear in the totals. */
  public static Figure ratio(String name, Unit unit, String is, Function<Totals, Ratio> formula) {
    return new Figure(name, unit, Kind.QUOTIENT, is, formula);
  }

  /** A product of quotients. */
  public static Figure product(String name, Unit unit, String is, Function<Totals, Ratio> formula) {
    return new Figure(name, unit, Kind.PRODUCT, is, formula);
  }

  /**
   * A percentile of times.
   *
   * @param prefix before its name, for instance {@code frt_any_}; may be empty
   */
  public static Figure percentile(String prefix, int percent, Measure histogram) {
    return new Figure(
        prefix + "p" + percent,
        Unit.MILLISECONDS,
        Kind.PERCENTILE,
        "percentile " + percent + " of " + histogram,
        t -> Histogram.percentile(t.distribution(histogram), percent));
  }

  /** The figure of these totals. */
  public Ratio from(Totals totals) {
    return formula.apply(totals);
  }
}

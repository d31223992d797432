package org.contactroi.kpi;

/**
 * A quotient kept exact; with a denominator of 0 it is undefined, never 0.
 *
 * @param numerator in the unit of the figure
 * @param denominator at least 0
 */
public record Ratio(long numerator, long denominator) {

  /** 0/0. */
  public static final Ratio UNDEFINED = new Ratio(0, 0);

  public boolean isDefined() {
    return denominator != 0;
  }

  /** The product of two ratios, in lowest terms. */
  public Ratio times(Ratio other) {
    long cross = Math.max(1, gcd(numerator, other.denominator));
    long otherCross = Math.max(1, gcd(other.numerator, denominator));
    return new Ratio(
        Math.multiplyExact(numerator / cross, other.numerator / otherCross),
        Math.multiplyExact(denominator / otherCross, other.denominator / cross));
  }

  private static long gcd(long a, long b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }
}

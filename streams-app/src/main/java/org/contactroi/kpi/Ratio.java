package org.contactroi.kpi;

/**
 * A quotient kept exact; with a denominator of 0 it is undefined, never 0.
 *
 * @param numerator in the unit of the figure; may be negative
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
    // Crosswise first, so that nothing overflows that fits in lowest terms.
    Ratio left = new Ratio(numerator, other.denominator).reduced();
    Ratio right = new Ratio(other.numerator, denominator).reduced();
    return new Ratio(
            Math.multiplyExact(left.numerator, right.numerator),
            Math.multiplyExact(left.denominator, right.denominator))
        .reduced();
  }

  private Ratio reduced() {
    long divisor = Math.max(1, gcd(numerator, denominator));
    return new Ratio(numerator / divisor, denominator / divisor);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }
}

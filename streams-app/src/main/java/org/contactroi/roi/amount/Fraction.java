package org.contactroi.roi.amount;

import java.math.BigInteger;
import org.contactroi.interaction.HalfEven;

/**
 * An exact quotient in lowest terms.
 *
 * @param denominator positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator) {

  public static final Fraction ZERO = of(0, 1);

  public Fraction {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException(numerator + " divided by 0");
    }
    if (!denominator.equals(BigInteger.ONE)) {
      BigInteger divisor = numerator.gcd(denominator);
      divisor = denominator.signum() < 0 ? divisor.negate() : divisor;
      numerator = numerator.divide(divisor);
      denominator = denominator.divide(divisor);
    }
  }

  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** A whole number. */
  public static Fraction of(long number) {
    return of(number, 1);
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction minus(Fraction other) {
    return plus(other.negated());
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Fraction negated() {
    return new Fraction(numerator.negate(), denominator);
  }

  /** Whether the nearest whole number is one that {@link #rounded()} can give. */
  public boolean isAmount() {
    return HalfEven.divide(numerator, denominator).bitLength() < Long.SIZE;
  }

  /**
   * The nearest whole number, the even one of two.
   *
   * @throws ArithmeticException if it is beyond 64 bits
   */
  public long rounded() {
    return HalfEven.divide(numerator, denominator).longValueExact();
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}

package org.contactroi.roi.amount;

import java.math.BigInteger;
import org.contactroi.interaction.HalfEven;

/**
 * An exact quotient. Lowest terms cost more than all other arithmetic, so they are looked for when
 * numbers grow long and when somebody asks for them. A sum has the least common denominator of its
 * terms: those of prices and quantities are alike, and their products would soon be long.
 */
public final class Fraction {

  /** Longer numbers than this are brought to lowest terms. */
  private static final int LONG_BITS = 256;

  public static final Fraction ZERO = of(0, 1);

  private final BigInteger numerator;
  private final BigInteger denominator;

  /**
   * A quotient.
   *
   * @throws IllegalArgumentException if the denominator is 0
   */
  public Fraction(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException(numerator + " divided by 0");
    }
    BigInteger divisor =
        denominator.bitLength() > LONG_BITS ? numerator.gcd(denominator) : BigInteger.ONE;
    divisor = denominator.signum() < 0 ? divisor.negate() : divisor;
    boolean isAsItIs = divisor.equals(BigInteger.ONE);
    this.numerator = isAsItIs ? numerator : numerator.divide(divisor);
    this.denominator = isAsItIs ? denominator : denominator.divide(divisor);
  }

  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** A whole number. */
  public static Fraction of(long number) {
    return of(number, 1);
  }

  /** In lowest terms. */
  public BigInteger numerator() {
    return numerator.divide(numerator.gcd(denominator));
  }

  /** In lowest terms, positive. */
  public BigInteger denominator() {
    return denominator.divide(numerator.gcd(denominator));
  }

  public Fraction plus(Fraction other) {
    if (denominator.equals(other.denominator)) {
      return new Fraction(numerator.add(other.numerator), denominator);
    }
    BigInteger shared = denominator.gcd(other.denominator);
    BigInteger factor = other.denominator.divide(shared);
    return new Fraction(
        numerator.multiply(factor).add(other.numerator.multiply(denominator.divide(shared))),
        denominator.multiply(factor));
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
  public boolean equals(Object other) {
    return other instanceof Fraction that
        && numerator().equals(that.numerator())
        && denominator().equals(that.denominator());
  }

  @Override
  public int hashCode() {
    return 31 * numerator().hashCode() + denominator().hashCode();
  }

  @Override
  public String toString() {
    return denominator().equals(BigInteger.ONE)
        ? numerator().toString()
        : numerator() + "/" + denominator();
  }
}

package org.contactroi.simulator.truth;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number.
 *
 * @param over what is divided
 * @param under by what, above 0
 */
record Fraction(BigInteger over, BigInteger under) {

  static final Fraction ZERO = of(0);

  static Fraction of(long whole) {
    return of(whole, 1);
  }

  static Fraction of(long over, long under) {
    return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
  }

  Fraction plus(Fraction other) {
    return under.equals(other.under)
        ? new Fraction(over.add(other.over), under)
        : new Fraction(
                over.multiply(other.under).add(other.over.multiply(under)),
                under.multiply(other.under))
            .reduced();
  }

  /** Returns the same number, with the least that can be divided by. */
  Fraction reduced() {
    BigInteger common = over.gcd(under);
    return new Fraction(over.divide(common), under.divide(common));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.over.negate(), other.under));
  }

  Fraction times(Fraction other) {
    return new Fraction(over.multiply(other.over), under.multiply(other.under));
  }

  Fraction dividedBy(long other) {
    return new Fraction(over, under.multiply(BigInteger.valueOf(other)));
  }

  /** Returns the nearest whole number, of two the even one. */
  long rounded() {
    return new BigDecimal(over)
        .divide(new BigDecimal(under), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}

package org.contactroi.roi.price;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.contactroi.interaction.HalfEven;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.RateRow;

/**
 * What a resource costs in the tenant's currency, exact: millionths of a unit per millisecond or
 * count.
 */
final class Price {

  /** Up to here a denominator can be multiplied by that of a quantity. */
  private static final int SMALL_BITS = 50;

  private final Fraction one;
  private final int utilisation;
  private final boolean isSmall;
  private final long numerator;
  private final long denominator;

  /**
   * The price a row states.
   *
   * @param fxNanos nanos of the tenant's currency per unit of the row's
   */
  Price(RateRow row, long fxNanos) {
    one =
        new Fraction(
            product(row.amountMicros(), Stated.WHOLE_BP, fxNanos),
            product(row.unit().size(), row.utilisation(), FxRate.NANOS));
    utilisation = row.utilisation();
    isSmall =
        one.numerator().bitLength() < Long.SIZE && one.denominator().bitLength() <= SMALL_BITS;
    numerator = isSmall ? one.numerator().longValue() : 0;
    denominator = isSmall ? one.denominator().longValue() : 1;
  }

  /** Cost of a quantity, rounded. */
  long cost(PricedQuantity quantity) {
    return isSmall
        ? HalfEven.divide(quantity.times(), numerator, quantity.per() * denominator)
        : exact(quantity).rounded();
  }

  /** Cost of a quantity, not rounded. */
  Fraction exact(PricedQuantity quantity) {
    return one.times(Fraction.of(quantity.times(), quantity.per()));
  }

  /** Time that is paid so that as much can be used, rounded. */
  long paid(PricedQuantity quantity) {
    return HalfEven.divide(quantity.times(), Stated.WHOLE_BP, quantity.per() * (long) utilisation);
  }

  private static BigInteger product(long... factors) {
    return LongStream.of(factors)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}

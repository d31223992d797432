package org.contactroi.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** "Every division rounds half even, once." */
final class HalfEven {

  private HalfEven() {}

  public static long divide(BigInteger dividend, BigInteger divisor) {
    return new BigDecimal(dividend)
        .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** a x b / divisor. */
  static long ofProduct(long a, long b, long divisor) {
    return divide(
        BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), BigInteger.valueOf(divisor));
  }
}

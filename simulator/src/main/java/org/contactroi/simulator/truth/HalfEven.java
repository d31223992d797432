package org.contactroi.simulator.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Division to whole numbers, halves to the even one. */
final class HalfEven {

  private HalfEven() {}

  static long divide(long dividend, long divisor) {
    return product(dividend, 1, divisor);
  }

  /** Returns factor x other / divisor. */
  static long product(long factor, long other, long divisor) {
    return BigDecimal.valueOf(factor)
        .multiply(BigDecimal.valueOf(other))
        .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}

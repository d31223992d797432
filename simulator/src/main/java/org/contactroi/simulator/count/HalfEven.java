package org.contactroi.simulator.count;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Division to whole numbers, halves to the even one. */
public final class HalfEven {

  private HalfEven() {}

  public static long divide(long dividend, long divisor) {
    return product(dividend, 1, divisor);
  }

  /** Returns factor x other / divisor. */
  public static long product(long factor, long other, long divisor) {
    return BigDecimal.valueOf(factor)
        .multiply(BigDecimal.valueOf(other))
        .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}

package org.contactroi.interaction;

import java.math.BigInteger;

/** Division that rounds half to even; exact however large the dividend. */
public final class HalfEven {

  private HalfEven() {}

  /** a x b / divisor. */
  public static long divide(long a, long b, long divisor) {
    long product = a * b;
    return Math.multiplyHigh(a, b) == product >> (Long.SIZE - 1)
        ? divide(product, divisor)
        : divide(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), BigInteger.valueOf(divisor))
            .longValueExact();
  }

  /** a x b / divisor, all positive, to the next whole number above. */
  public static long ceiling(long a, long b, long divisor) {
    BigInteger[] parts =
        BigInteger.valueOf(a)
            .multiply(BigInteger.valueOf(b))
            .divideAndRemainder(BigInteger.valueOf(divisor));
    return parts[0].longValueExact() + parts[1].signum();
  }

  /** A quotient of BigIntegers; the divisor is positive. */
  public static BigInteger divide(BigInteger dividend, BigInteger divisor) {
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    int half = parts[1].abs().shiftLeft(1).compareTo(divisor);
    return half > 0 || (half == 0 && parts[0].testBit(0))
        ? parts[0].add(BigInteger.valueOf(dividend.signum()))
        : parts[0];
  }

  /** A quotient; the divisor is positive. */
  public static long divide(long dividend, long divisor) {
    long quotient = dividend / divisor;
    long remainder = Math.abs(dividend - quotient * divisor);
    int half = Long.compare(remainder, divisor - remainder);
    return half > 0 || (half == 0 && (quotient & 1) == 1)
        ? quotient + Long.signum(dividend)
        : quotient;
  }
}

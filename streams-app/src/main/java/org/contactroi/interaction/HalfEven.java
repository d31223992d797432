package org.contactroi.interaction;

/** Division that rounds half to even. */
public final class HalfEven {

  private HalfEven() {}

  /**
   * Quotient, rounded half even.
   *
   * @param dividend not negative
   * @param divisor positive
   */
  public static long divide(long dividend, long divisor) {
    long quotient = dividend / divisor;
    long remainder = dividend % divisor;
    int half = Long.compare(remainder, divisor - remainder);
    return half > 0 || (half == 0 && (quotient & 1) == 1) ? quotient + 1 : quotient;
  }
}

package org.contactroi.notation;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimal numbers as people write them, {@code -12.5}, kept as whole numbers of their smallest
 * part. Exact: never floating point.
 */
public final class DecimalText {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

  private DecimalText() {}

  /**
   * Reads a number.
   *
   * @param decimals as many are kept, and no more may be written
   * @return the number times 10^decimals
   * @throws IllegalArgumentException when it is none
   * @throws ArithmeticException when it has more decimals or is too large
   */
  public static long parse(String text, int decimals) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("'%s' is no decimal number".formatted(text));
    }
    return new BigDecimal(text).movePointRight(decimals).longValueExact();
  }

  /** Writes a number that was multiplied by 10^decimals, without zeros at its end. */
  public static String of(long number, int decimals) {
    BigDecimal exact = BigDecimal.valueOf(number, decimals).stripTrailingZeros();
    return exact.toPlainString();
  }
}

package org.contactroi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.contactroi.roi.amount.Fraction;

/** What a figure of a statement is in, and how it is read. Rounded half to even, never before. */
public enum MoneyUnit {
  /** Of millionths of a unit of the currency. */
  MONEY(1_000_000, 2, ""),
  /** Of milliseconds. */
  HOURS(3_600_000, 2, " h"),
  COUNT(1, 0, ""),
  /** Of one. */
  SHARE(1, 2, " %"),
  /** Of hundredths of a percent or of a point. */
  SCORE(100, 2, "");

  private static final int PERCENT = 100;

  private final long size;
  private final int decimals;
  private final String suffix;

  MoneyUnit(long size, int decimals, String suffix) {
    this.size = size;
    this.decimals = decimals;
    this.suffix = suffix;
  }

  /** For instance {@code -1 234.50} or {@code 37.11 %}. */
  public String text(Fraction exact) {
    BigDecimal numerator = new BigDecimal(exact.numerator());
    BigDecimal whole = this == SHARE ? numerator.multiply(BigDecimal.valueOf(PERCENT)) : numerator;
    BigDecimal divisor = new BigDecimal(exact.denominator()).multiply(BigDecimal.valueOf(size));
    return format().format(whole.divide(divisor, decimals, RoundingMode.HALF_EVEN)) + suffix;
  }

  /** The same of a whole number. */
  public String text(long number) {
    return text(Fraction.of(number));
  }

  private DecimalFormat format() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(' ');
    DecimalFormat format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0.00", symbols);
    format.setRoundingMode(RoundingMode.UNNECESSARY);
    return format;
  }
}

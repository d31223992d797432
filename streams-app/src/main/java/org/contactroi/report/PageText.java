package org.contactroi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import org.contactroi.kpi.Ratio;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Fraction;

/**
 * How numbers, days and what is undefined are written. Numbers are rounded here only, half even.
 */
public final class PageText {

  private static final int MICRO_DECIMALS = 6;
  private static final int DECIMALS = 2;
  private static final char MINUS = '\u2212';
  private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

  /** Not those of the platform: the page is the same on every one. */
  private static final Map<Long, String> MONTHS =
      Map.ofEntries(
          Map.entry(1L, "Jan"),
          Map.entry(2L, "Feb"),
          Map.entry(3L, "Mar"),
          Map.entry(4L, "Apr"),
          Map.entry(5L, "May"),
          Map.entry(6L, "Jun"),
          Map.entry(7L, "Jul"),
          Map.entry(8L, "Aug"),
          Map.entry(9L, "Sep"),
          Map.entry(10L, "Oct"),
          Map.entry(11L, "Nov"),
          Map.entry(12L, "Dec"));

  private static final DateTimeFormatter DAY_OF_MONTH =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.DAY_OF_MONTH)
          .appendLiteral(' ')
          .appendText(ChronoField.MONTH_OF_YEAR, MONTHS)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter MONTH =
      new DateTimeFormatterBuilder()
          .appendText(ChronoField.MONTH_OF_YEAR, MONTHS)
          .appendLiteral(' ')
          .appendValue(ChronoField.YEAR)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter DAY =
      new DateTimeFormatterBuilder()
          .append(DAY_OF_MONTH)
          .appendLiteral(' ')
          .appendValue(ChronoField.YEAR)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      new DateTimeFormatterBuilder()
          .append(DAY)
          .appendPattern(", HH:mm '(UTC'xxx')'")
          .toFormatter(Locale.ROOT);

  private PageText() {}

  /** Such as 12 Jan 2026. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Such as 12 Jan. */
  static String dayOfMonth(LocalDate day) {
    return DAY_OF_MONTH.format(day);
  }

  /** Such as Jan 2026. */
  static String month(LocalDate day) {
    return MONTH.format(day);
  }

  /** An instant in a zone, such as 12 Mar 2026, 09:15 (UTC+01:00). */
  public static String instant(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }

  /** A number, grouped by thousands. */
  public static String count(long count) {
    return number(BigDecimal.valueOf(count));
  }

  /** Micros as units with two decimals. */
  static String money(long micros) {
    return number(units(micros).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }

  /** All decimals of a number that was multiplied by 10^decimals, two of them at least. */
  static String exact(long number, int decimals) {
    BigDecimal exact = BigDecimal.valueOf(number, decimals).stripTrailingZeros();
    return number(exact.setScale(Math.max(DECIMALS, exact.scale()), RoundingMode.UNNECESSARY));
  }

  /** Micros as units. */
  static BigDecimal units(long micros) {
    return BigDecimal.valueOf(micros, MICRO_DECIMALS);
  }

  /** Milliseconds as hours with one decimal. */
  static String hours(long millis) {
    return number(BigDecimal.valueOf(millis).divide(MILLIS_PER_HOUR, 1, RoundingMode.HALF_EVEN));
  }

  /** A quotient that is defined, times a power of ten, with so many decimals. */
  static BigDecimal quotient(Ratio ratio, int shift, int decimals) {
    return quotient(Fraction.of(ratio.numerator(), ratio.denominator()), shift, decimals);
  }

  /** The same of an exact one. */
  static BigDecimal quotient(Fraction exact, int shift, int decimals) {
    return new BigDecimal(exact.numerator())
        .movePointRight(shift)
        .divide(new BigDecimal(exact.denominator()), decimals, RoundingMode.HALF_EVEN);
  }

  /** A share as percent with two decimals. */
  static String percent(Ratio share) {
    return percent(Fraction.of(share.numerator(), share.denominator()));
  }

  /** The same of an exact one. */
  static String percent(Fraction share) {
    return number(quotient(share, 2, DECIMALS)) + "\u202F%";
  }

  /** A number with its decimals, grouped by thousands. */
  static String number(BigDecimal number) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number)
        .replace('-', MINUS);
  }

  /** What has no value, with the reason. */
  static Markup undefined(String reason) {
    return Markup.styled("span", "undefined", Markup.text("undefined: " + reason));
  }

  /** An amount; one without all its prices is undefined, with what has a price beside it. */
  static Markup amount(Amount amount) {
    return amount.isDefined()
        ? Markup.text(money(amount.micros()))
        : undefined("a price is missing, priced " + money(amount.micros()));
  }
}

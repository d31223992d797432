package org.contactroi.notation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Bounds as people write them: a date, meaning the start of that day, or an instant. */
public final class DayOrInstant {

  private static final String ALLOWED =
      "a date such as 1999-01-31 or an instant such as 1999-01-31T08:00:00Z";

  private DayOrInstant() {}

  /**
   * The bound that an option gives.
   *
   * @throws IllegalArgumentException naming the option when it is neither
   */
  public static Instant parse(String option, String text, ZoneId zone) {
    try {
      return Instant.ofEpochMilli(parse(text, zone));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + " " + e.getMessage(), e);
    }
  }

  /**
   * UTC ms of a bound.
   *
   * @param zone whose days dates are
   * @throws IllegalArgumentException when it is neither
   */
  public static long parse(String text, ZoneId zone) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant().toEpochMilli()
          : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("'%s' is not %s".formatted(text, ALLOWED), e);
    }
  }
}

package org.contactroi.simulator.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The windows that are compared, by their start.
 *
 * @param from the first instant
 * @param to the first instant after it
 */
record Period(Instant from, Instant to) {

  /**
   * Reads dates, which begin in UTC, or instants; null is no limit.
   *
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  static Period of(@Nullable String from, @Nullable String to) {
    return new Period(
        from == null ? Instant.MIN : instant("--from", from),
        to == null ? Instant.MAX : instant("--to", to));
  }

  private static Instant instant(String option, String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          option
              + " '"
              + text
              + "' is not a date such as 2026-01-05 or an instant such as 2026-01-05T08:00:00Z",
          e);
    }
  }

  /** Whether a window or a statement begins in it, by the last part of a key. */
  boolean contains(String key) {
    String start = key.substring(key.lastIndexOf('/') + 1);
    Instant at =
        start.indexOf('T') < 0
            ? LocalDate.parse(start).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(start);
    return !at.isBefore(from) && at.isBefore(to);
  }
}

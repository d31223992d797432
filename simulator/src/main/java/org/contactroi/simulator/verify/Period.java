package org.contactroi.simulator.verify;

import java.time.Instant;
import java.time.ZoneOffset;
import org.contactroi.notation.DayOrInstant;
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
        from == null ? Instant.MIN : DayOrInstant.parse("--from", from, ZoneOffset.UTC),
        to == null ? Instant.MAX : DayOrInstant.parse("--to", to, ZoneOffset.UTC));
  }

  /** Whether a window or a statement begins in it, by the last part of a key. */
  boolean contains(String key) {
    String start = key.substring(key.lastIndexOf('/') + 1);
    Instant at = Instant.ofEpochMilli(DayOrInstant.parse(start, ZoneOffset.UTC));
    return !at.isBefore(from) && at.isBefore(to);
  }
}

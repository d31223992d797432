package org.contactroi.oracle.count;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Hours and days of a zone. Hours are counted from local midnight, so that a day is exactly its
 * hours.
 */
public final class Windows {

  private static final long MINUTE = 60_000;
  private static final long HOUR = 3_600_000;

  private final ZoneId zone;
  private long dayStart;
  private long dayEnd;

  /** A length of windows. */
  public enum Length {
    MINUTE,
    HOUR,
    DAY
  }

  public Windows(ZoneId zone) {
    this.zone = zone;
  }

  /** Returns when the window of a moment began. */
  long start(Length length, long at) {
    return switch (length) {
      case MINUTE -> Math.floorDiv(at, MINUTE) * MINUTE;
      case HOUR -> hour(at);
      case DAY -> day(at);
    };
  }

  /** Returns when the window of a moment ends. */
  public long end(Length length, long at) {
    return switch (length) {
      case MINUTE -> start(length, at) + MINUTE;
      case HOUR -> hourEnd(at);
      case DAY -> dayEnd(at);
    };
  }

  /** Returns when the local day of a moment began. */
  public long day(long at) {
    look(at);
    return dayStart;
  }

  /** Returns when the hour of a moment began. */
  long hour(long at) {
    look(at);
    return dayStart + (at - dayStart) / HOUR * HOUR;
  }

  /** Returns when the hour of a moment ends: the last of a day with the day. */
  long hourEnd(long at) {
    return Math.min(hour(at) + HOUR, dayEnd);
  }

  private long dayEnd(long at) {
    look(at);
    return dayEnd;
  }

  private void look(long at) {
    if (at >= dayStart && at < dayEnd) {
      return;
    }
    LocalDate date = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    // Where the clock is set back over midnight, a date comes twice: its day has begun once.
    LocalDate begun = at < midnight(date.plusDays(1)) ? date : date.plusDays(1);
    dayStart = midnight(begun);
    dayEnd = midnight(begun.plusDays(1));
  }

  private long midnight(LocalDate date) {
    return date.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}

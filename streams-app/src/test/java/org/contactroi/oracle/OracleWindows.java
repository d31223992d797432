package org.contactroi.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Starts of the minute, hour and day that hold an instant. Milliseconds. */
final class OracleWindows {

  private static final long MINUTE = 60_000;
  private static final long HOUR = 3_600_000;

  private final ZoneId zone;

  OracleWindows(ZoneId zone) {
    this.zone = zone;
  }

  static long minute(long instant) {
    return Math.floorDiv(instant, MINUTE) * MINUTE;
  }

  /**
   * The latest local day begun. A day begins once: where the clock is set back over midnight the
   * time that is lived twice belongs to the day already begun.
   */
  long day(long instant) {
    LocalDate date = Instant.ofEpochMilli(instant).atZone(zone).toLocalDate().plusDays(1);
    while (start(date) > instant) {
      date = date.minusDays(1);
    }
    return start(date);
  }

  private long start(LocalDate date) {
    return date.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** The start of the next local day. */
  long endOfDay(long instant) {
    LocalDate date = Instant.ofEpochMilli(instant).atZone(zone).toLocalDate().minusDays(1);
    while (start(date) <= instant) {
      date = date.plusDays(1);
    }
    return start(date);
  }

  /** "local midnight + k x 3 600 s (the last may be shorter)". */
  long hour(long instant) {
    long day = day(instant);
    return day + (instant - day) / HOUR * HOUR;
  }

  /** The end of the hour: the next hour's start or the next day's, whichever comes first. */
  long endOfHour(long instant) {
    long end = hour(instant) + HOUR;
    long nextDay = day(end);
    return nextDay > instant ? nextDay : end;
  }
}

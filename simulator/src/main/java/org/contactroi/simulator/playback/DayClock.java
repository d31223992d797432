package org.contactroi.simulator.playback;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Resolves the clock times of one row, whose only date is that of its beginning. A time more than
 * twelve hours before the one resolved last is on the next day; smaller steps back stay on the same
 * day, as they are.
 */
final class DayClock {

  private static final int HALF_DAY_SECONDS = 12 * 3600;

  private final ZoneId zone;
  private LocalDate day;
  private int previous;

  DayClock(LocalDate date, ZoneId zone) {
    this.day = date;
    this.zone = zone;
  }

  /** Returns the instant of a second of the day, in seconds since the epoch. */
  long resolve(int secondOfDay) {
    if (previous - secondOfDay > HALF_DAY_SECONDS) {
      day = day.plusDays(1);
    }
    previous = secondOfDay;
    return day.atTime(LocalTime.ofSecondOfDay(secondOfDay)).atZone(zone).toEpochSecond();
  }

  /** Returns a stage from one time to another, resolved in this order. */
  Stage stage(int startOfDay, int endOfDay) {
    long start = resolve(startOfDay);
    return new Stage(start, resolve(endOfDay));
  }
}

package org.contactroi.simulator.center.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * The time at a place. It remembers the quarter of an hour it was last asked for: zones change
 * their offset between quarters only.
 */
public final class LocalClock {

  private static final long QUARTER = 900_000;
  private static final int MINUTE_SECONDS = 60;
  private static final int DAY_MINUTES = 1_440;

  private final ZoneRules rules;
  private long quarter = Long.MIN_VALUE;
  private long date;
  private int firstMinute;
  private LocalDate day = LocalDate.EPOCH;

  public LocalClock(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Returns a number that changes when local time may change by more than passing. */
  public static long quarter(long millis) {
    return Math.floorDiv(millis, QUARTER);
  }

  /** Returns the local date. */
  public LocalDate date(long millis) {
    look(millis);
    return day;
  }

  /** Returns the local day of the week. */
  public DayOfWeek weekday(long millis) {
    return date(millis).getDayOfWeek();
  }

  /** Returns the minute of the local day, 0 the first. */
  public int minute(long millis) {
    look(millis);
    return firstMinute + (int) ((millis - quarter * QUARTER) / (MINUTE_SECONDS * 1_000));
  }

  /** Returns the hour of the local day. */
  public int hour(long millis) {
    return minute(millis) / MINUTE_SECONDS;
  }

  /** Returns the moment of a local time; one that is skipped in spring is an hour later. */
  public long at(LocalDate on, LocalTime time) {
    LocalDateTime local = LocalDateTime.of(on, time);
    ZoneOffset offset = rules.getOffset(local);
    return local.toInstant(offset).toEpochMilli();
  }

  private void look(long millis) {
    long asked = quarter(millis);
    if (asked == quarter) {
      return;
    }
    quarter = asked;
    Instant begin = Instant.ofEpochMilli(asked * QUARTER);
    long localSecond = begin.getEpochSecond() + rules.getOffset(begin).getTotalSeconds();
    long localMinute = Math.floorDiv(localSecond, MINUTE_SECONDS);
    firstMinute = Math.floorMod(localMinute, DAY_MINUTES);
    long localDate = Math.floorDiv(localMinute, DAY_MINUTES);
    if (localDate != date) {
      date = localDate;
      day = LocalDate.ofEpochDay(localDate);
    }
  }
}

package org.contactroi.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The windows of a tenant's time zone. An hour is local midnight + k x 3 600 s, so that a day is
 * the union of its hours in every zone. Not thread safe: it remembers the day it answered last.
 */
public final class TenantCalendar {

  private static final long MINUTE_MS = 60_000;
  private static final long QUARTER_MS = 15 * MINUTE_MS;
  private static final long HOUR_MS = 3_600_000;

  private final ZoneId zone;
  private Window lastDay;

  public TenantCalendar(ZoneId zone) {
    this.zone = zone;
    this.lastDay = dayAround(zone, 0);
  }

  /** The start of the UTC minute of an instant. */
  public static long minute(long instant) {
    return Math.floorDiv(instant, MINUTE_MS) * MINUTE_MS;
  }

  /** The UTC quarter of an hour of an instant. */
  public static Window quarter(long instant) {
    long start = Math.floorDiv(instant, QUARTER_MS) * QUARTER_MS;
    return new Window(WindowSize.QUARTER, start, start + QUARTER_MS);
  }

  /** The hour of an instant. */
  public Window hour(long instant) {
    Window day = day(instant);
    long start = day.start() + (instant - day.start()) / HOUR_MS * HOUR_MS;
    return new Window(WindowSize.HOUR, start, Math.min(start + HOUR_MS, day.end()));
  }

  /** The local day of an instant. */
  public Window day(long instant) {
    if (instant < lastDay.start() || instant >= lastDay.end()) {
      lastDay = dayAround(zone, instant);
    }
    return lastDay;
  }

  /** The window of a size that holds an instant. */
  public Window window(WindowSize size, long instant) {
    return switch (size) {
      case MINUTE -> new Window(size, minute(instant), minute(instant) + MINUTE_MS);
      case QUARTER -> quarter(instant);
      case HOUR -> hour(instant);
      case DAY -> day(instant);
    };
  }

  public ZoneId zone() {
    return zone;
  }

  private static Window dayAround(ZoneId zone, long instant) {
    LocalDate date = Instant.ofEpochMilli(instant).atZone(zone).toLocalDate();
    // A clock set back over midnight shows yesterday's date again: a day begins once.
    LocalDate begun = instant < startOf(zone, date.plusDays(1)) ? date : date.plusDays(1);
    return new Window(WindowSize.DAY, startOf(zone, begun), startOf(zone, begun.plusDays(1)));
  }

  private static long startOf(ZoneId zone, LocalDate date) {
    return date.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}

package org.contactroi.simulator.count;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.function.Function;

/**
 * How long a center is open, by the clock on its wall: hours that the clock leaves out do not
 * occur, those that it shows twice count twice.
 */
public final class OpenTime {

  private static final long MINUTE = 60_000;
  private static final long DAY = 1_440 * MINUTE;

  private final ZoneRules zone;
  private final Function<LocalDate, List<Span>> hours;

  /**
   * Creates one.
   *
   * @param hours of a date, in minutes that the clock shows since midnight, apart from each other
   */
  public OpenTime(ZoneId zone, Function<LocalDate, List<Span>> hours) {
    this.zone = zone.getRules();
    this.hours = hours;
  }

  /** Returns for how long it is open between two moments, ms. */
  public long between(long from, long to) {
    long open = 0;
    for (long at = from; at < to; ) {
      ZoneOffsetTransition change = zone.nextTransition(Instant.ofEpochMilli(at));
      long until = change == null ? to : Math.min(to, change.getInstant().toEpochMilli());
      long ahead = zone.getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1_000L;
      open += shown(at + ahead, until + ahead);
      at = until;
    }
    return open;
  }

  /** Between two times that the clock shows, while nobody touches it. */
  private long shown(long from, long to) {
    long open = 0;
    for (long day = Math.floorDiv(from, DAY); day * DAY < to; day++) {
      for (Span span : hours.apply(LocalDate.ofEpochDay(day))) {
        long begin = Math.max(from, day * DAY + span.from() * MINUTE);
        open += Math.max(0, Math.min(to, day * DAY + span.to() * MINUTE) - begin);
      }
    }
    return open;
  }
}

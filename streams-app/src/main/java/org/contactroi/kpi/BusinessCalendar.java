package org.contactroi.kpi;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When a center is open, by the clock on its wall. Where the clock is set forward the hours it
 * leaves out do not occur; where it is set back the hours it shows twice count both times.
 *
 * @param id names the calendar; its versions share it
 * @param validFrom UTC ms
 * @param weekly hours of the weekdays; closed on those that are missing
 * @param exceptions hours of single dates, in place of those of their weekday
 */
public record BusinessCalendar(
    String id,
    long validFrom,
    Map<DayOfWeek, List<Hours>> weekly,
    Map<LocalDate, List<Hours>> exceptions)
    implements Versions.Version {

  /** The minute after the last of a local day, written {@code 24:00}. */
  public static final int END_OF_DAY = 1_440;

  private static final int MINUTES_PER_HOUR = 60;
  private static final long MINUTE_MS = 60_000;
  private static final long DAY_MS = END_OF_DAY * MINUTE_MS;

  /**
   * A time of a local day, [from, to).
   *
   * @param from minutes the clock shows since 00:00
   * @param to minutes, at most {@link #END_OF_DAY}
   */
  public record Hours(int from, int to) {

    public Hours {
      if (from < 0 || from >= to || to > END_OF_DAY) {
        throw new IllegalArgumentException(
            "hours must go from 00:00 or later to a later time up to 24:00, are %s"
                .formatted(text(from) + "-" + text(to)));
      }
    }

    @Override
    public String toString() {
      return text(from) + "-" + text(to);
    }

    private static String text(int minutes) {
      // The text is part of the rules that state remembers.
      return String.format(
          Locale.ROOT, "%02d:%02d", minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
    }
  }

  public BusinessCalendar {
    weekly.forEach((day, hours) -> requireOrder(day, hours));
    exceptions.forEach((date, hours) -> requireOrder(date, hours));
    weekly = copy(weekly);
    exceptions = copy(exceptions);
  }

  /** Whether the center is open at an instant, UTC ms, by the clock of a zone. */
  public boolean isOpen(long instant, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), zone);
    int minute = local.getHour() * MINUTES_PER_HOUR + local.getMinute();
    return hours(local.toLocalDate()).stream()
        .anyMatch(hours -> hours.from() <= minute && minute < hours.to());
  }

  /**
   * How long the center is open in [from, to), ms.
   *
   * @param from UTC ms
   * @param to UTC ms
   */
  public long openTime(long from, long to, ZoneId zone) {
    long open = 0;
    for (long at = from, until; at < to; at = until) {
      until = Math.min(to, nextChange(zone, at));
      // Between two changes of the clock all days have 24 hours.
      long offset = zone.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1_000L;
      open += shown(at + offset, until + offset);
    }
    return open;
  }

  private static long nextChange(ZoneId zone, long instant) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochMilli(instant));
    return change == null ? Long.MAX_VALUE : change.getInstant().toEpochMilli();
  }

  /** Open between two times of the clock, ms since the epoch as it shows them. */
  private long shown(long from, long to) {
    long open = 0;
    for (long day = Math.floorDiv(from, DAY_MS); day * DAY_MS < to; day++) {
      for (Hours hours : hours(LocalDate.ofEpochDay(day))) {
        long opens = Math.max(from, day * DAY_MS + hours.from() * MINUTE_MS);
        long closes = Math.min(to, day * DAY_MS + hours.to() * MINUTE_MS);
        open += Math.max(0, closes - opens);
      }
    }
    return open;
  }

  /** The hours of a date. */
  public List<Hours> hours(LocalDate date) {
    return exceptions.getOrDefault(date, weekly.getOrDefault(date.getDayOfWeek(), List.of()));
  }

  /** What figures depend on, as text. */
  public String rules() {
    return "weekly=%s exceptions=%s".formatted(new TreeMap<>(weekly), new TreeMap<>(exceptions));
  }

  private static <D> Map<D, List<Hours>> copy(Map<D, List<Hours>> days) {
    return days.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> List.copyOf(day.getValue())));
  }

  private static void requireOrder(Object day, List<Hours> hours) {
    for (int i = 1; i < hours.size(); i++) {
      if (hours.get(i).from() < hours.get(i - 1).to()) {
        throw new IllegalArgumentException(
            "hours of %s overlap or are out of order: %s".formatted(day, hours));
      }
    }
  }
}

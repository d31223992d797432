package org.contactroi.kpi;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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

package org.contactroi.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.contactroi.simulator.count.OpenTime;
import org.contactroi.simulator.count.Span;

/**
 * A version of the hours of a calendar, by the clock of the tenant's zone.
 *
 * @param weekly by weekday; closed on those that are missing
 * @param exceptions of single dates, in place of those of their weekday
 */
public record OracleOpeningHours(
    Instant validFrom, Map<DayOfWeek, List<Times>> weekly, Map<LocalDate, List<Times>> exceptions) {

  private static final long MINUTE = 60_000;
  private static final long DAY_MINUTES = 1_440;

  /** Open from the first time until before the second; midnight there ends the day. */
  public record Times(LocalTime from, LocalTime until) {

    private boolean holds(LocalTime time) {
      boolean ended = !until.equals(LocalTime.MIDNIGHT) && !time.isBefore(until);
      return !time.isBefore(from) && !ended;
    }

    /** In minutes of the day. */
    private Span span() {
      long end = until.equals(LocalTime.MIDNIGHT) ? DAY_MINUTES : minute(until);
      return new Span(minute(from), end);
    }

    private static long minute(LocalTime time) {
      return time.toNanoOfDay() / 1_000_000 / MINUTE;
    }
  }

  /** Of a calendar that has always been, and has no exceptions. */
  public static OracleOpeningHours always(Map<DayOfWeek, List<Times>> weekly) {
    return new OracleOpeningHours(Instant.MIN, weekly, Map.of());
  }

  private List<Times> on(LocalDate date) {
    return exceptions.getOrDefault(date, weekly.getOrDefault(date.getDayOfWeek(), List.of()));
  }

  /** Whether it is open by the version valid then; always before the first one. */
  static boolean isOpen(List<OracleOpeningHours> versions, long instant, ZoneId zone) {
    ZonedDateTime local = Instant.ofEpochMilli(instant).atZone(zone);
    return versions.stream()
        .filter(version -> !version.validFrom.isAfter(Instant.ofEpochMilli(instant)))
        .max(Comparator.comparing(OracleOpeningHours::validFrom))
        .map(version -> version.on(local.toLocalDate()))
        .map(times -> times.stream().anyMatch(each -> each.holds(local.toLocalTime())))
        .orElse(true);
  }

  /** "by the calendar version valid at each instant". */
  static long between(List<OracleOpeningHours> versions, long from, long to, ZoneId zone) {
    List<OracleOpeningHours> newestFirst =
        versions.stream()
            .sorted(Comparator.comparing(OracleOpeningHours::validFrom).reversed())
            .toList();
    long open = 0;
    long end = to;
    for (OracleOpeningHours version : newestFirst) {
      long begin = from;
      if (version.validFrom.isAfter(Instant.ofEpochMilli(from))) {
        begin = version.validFrom.toEpochMilli();
      }
      if (begin < end) {
        open += version.between(begin, end, zone);
        end = begin;
      }
    }
    return open + Math.max(0, end - from);
  }

  private long between(long from, long to, ZoneId zone) {
    return new OpenTime(zone, date -> on(date).stream().map(Times::span).toList())
        .between(from, to);
  }
}

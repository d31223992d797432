package org.contactroi.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.kpi.BusinessCalendar;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.contactroi.reference.BusinessCalendarRecord;
import org.contactroi.reference.DateHours;
import org.contactroi.reference.OpenHours;
import org.contactroi.reference.Weekday;
import org.contactroi.reference.WeekdayHours;

/** Calendars as the topic holds them. */
final class CalendarRecords {

  private CalendarRecords() {}

  static BusinessCalendarRecord toAvro(BusinessCalendar calendar) {
    return BusinessCalendarRecord.newBuilder()
        .setCalendarId(calendar.id())
        .setValidFrom(Instant.ofEpochMilli(calendar.validFrom()))
        .setWeekly(
            new TreeMap<>(calendar.weekly())
                .entrySet().stream()
                    .map(
                        day ->
                            new WeekdayHours(
                                Weekday.valueOf(day.getKey().name()), toAvro(day.getValue())))
                    .toList())
        .setExceptions(
            new TreeMap<>(calendar.exceptions())
                .entrySet().stream()
                    .map(day -> new DateHours(day.getKey(), toAvro(day.getValue())))
                    .toList())
        .build();
  }

  /**
   * A calendar.
   *
   * @throws IllegalArgumentException when a value is none of those allowed
   */
  static BusinessCalendar toDomain(BusinessCalendarRecord calendar) {
    Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
    for (WeekdayHours day : calendar.getWeekly()) {
      weekly.put(DayOfWeek.valueOf(day.getWeekday().name()), toDomain(day.getHours()));
    }
    Map<LocalDate, List<Hours>> exceptions = new TreeMap<>();
    for (DateHours day : calendar.getExceptions()) {
      exceptions.put(day.getDate(), toDomain(day.getHours()));
    }
    return new BusinessCalendar(
        calendar.getCalendarId(), calendar.getValidFrom().toEpochMilli(), weekly, exceptions);
  }

  private static List<OpenHours> toAvro(List<Hours> hours) {
    return hours.stream().map(time -> new OpenHours(time.from(), time.to())).toList();
  }

  private static List<Hours> toDomain(List<OpenHours> hours) {
    return hours.stream().map(time -> new Hours(time.getFromMinute(), time.getToMinute())).toList();
  }
}

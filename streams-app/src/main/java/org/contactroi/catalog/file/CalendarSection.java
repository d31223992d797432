package org.contactroi.catalog.file;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.catalog.CalendarEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.kpi.BusinessCalendar;
import org.contactroi.kpi.BusinessCalendar.Hours;

/** Reads versions of calendars. */
final class CalendarSection {

  static final String ID = "id";

  private static final String HOURS = "hours";
  private static final String EXCEPTIONS = "exceptions";
  private static final List<String> KNOWN =
      List.of(Names.TENANT, ID, Names.VALID_FROM, HOURS, EXCEPTIONS);
  private static final List<String> WEEKDAYS =
      Arrays.stream(DayOfWeek.values()).map(CalendarSection::name).toList();
  private static final String ALLOWED_ID =
      Names.ALLOWED_NAME + ", not '" + PolicyEntry.NO_CALENDAR + "'";

  private CalendarSection() {}

  static CatalogEntry read(Fields fields) {
    fields.requireKnown(KNOWN);
    return new CalendarEntry(
        Names.tenant(fields),
        new BusinessCalendar(
            fields.required(ID, ALLOWED_ID, CalendarSection::id, ""),
            Names.validFrom(fields),
            weekly(fields),
            exceptions(fields)));
  }

  private static String id(String text) {
    if (text.equals(PolicyEntry.NO_CALENDAR)) {
      throw new IllegalArgumentException(ALLOWED_ID);
    }
    return Names.name(text);
  }

  private static Map<DayOfWeek, List<Hours>> weekly(Fields fields) {
    if (!fields.has(HOURS)) {
      fields.note(HOURS, "hours is missing; allowed: weekdays with their hours");
    }
    Fields days = fields.fields(HOURS);
    days.requireKnown(WEEKDAYS);
    Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Hours> hours = DayFields.hours(days, name(day));
      if (!hours.isEmpty()) {
        weekly.put(day, hours);
      }
    }
    return weekly;
  }

  private static Map<LocalDate, List<Hours>> exceptions(Fields fields) {
    Fields dates = fields.fields(EXCEPTIONS);
    Map<LocalDate, List<Hours>> exceptions = new TreeMap<>();
    for (String name : dates.names()) {
      Fields.Text text = new Fields.Text(dates.place(name), name);
      LocalDate date =
          dates.parse(
              "a date of exceptions",
              text,
              "a date such as 2026-12-25",
              LocalDate::parse,
              () -> LocalDate.EPOCH);
      exceptions.put(date, DayFields.hours(dates, name));
    }
    return exceptions;
  }

  private static String name(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}

package org.contactroi.catalog.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contactroi.catalog.CalendarEntry;
import org.contactroi.kpi.BusinessCalendar.Hours;

/** Reads the hours of a day: {@code closed}, or times such as {@code 08:00-12:00}. */
final class DayFields {

  private static final String ALLOWED =
      "closed, or times such as 08:00-12:00, from 00:00 to 24:00, the earlier first";

  private static final Pattern TIMES =
      Pattern.compile("(\\d{1,2}):([0-5]\\d)\\s*-\\s*(\\d{1,2}):([0-5]\\d)");
  private static final int MINUTES_PER_HOUR = 60;

  private DayFields() {}

  /** The hours in a field; none if it says nothing or cannot be read. */
  static List<Hours> hours(Fields days, String name) {
    List<Hours> hours = new ArrayList<>();
    for (Fields.Text text : days.texts(name, ALLOWED)) {
      for (Hours next : days.parse(name, text, ALLOWED, DayFields::parse, List::<Hours>of)) {
        add(next, hours, days, new Fields.Text(text.place(), name));
      }
    }
    return hours;
  }

  private static void add(Hours next, List<Hours> hours, Fields days, Fields.Text day) {
    Hours last = hours.isEmpty() ? null : hours.get(hours.size() - 1);
    if (last == null || next.from() >= last.to()) {
      hours.add(next);
    } else {
      days.note(
          day.value(),
          day.place(),
          "%s has '%s' after '%s'; allowed: times in order, without overlap"
              .formatted(day.value(), next, last));
    }
  }

  private static List<Hours> parse(String text) {
    if (text.equals(CalendarEntry.CLOSED)) {
      return List.of();
    }
    List<Hours> hours = new ArrayList<>();
    for (String times : text.split(",", -1)) {
      Matcher matcher = TIMES.matcher(times.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(ALLOWED);
      }
      hours.add(new Hours(minute(matcher, 1), minute(matcher, 3)));
    }
    return hours;
  }

  private static int minute(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group)) * MINUTES_PER_HOUR
        + Integer.parseInt(matcher.group(group + 1));
  }
}

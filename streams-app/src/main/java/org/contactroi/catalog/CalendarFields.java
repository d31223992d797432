package org.contactroi.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.kpi.BusinessCalendar;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.contactroi.notation.ChoiceText;
import org.contactroi.reference.BusinessCalendarRecord;
import org.contactroi.reference.DateHours;
import org.contactroi.reference.OpenHours;
import org.contactroi.reference.Weekday;
import org.contactroi.reference.WeekdayHours;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;
import org.contactroi.yaml.Value;

/** The fields of a version of a calendar. */
final class CalendarFields {

  static final FieldTable<BusinessCalendar> TABLE = new FieldTable<>(BusinessCalendarRecord::new);

  private static final String CLOSED = "closed";
  private static final int MINUTES_PER_HOUR = 60;
  private static final Pattern TIMES =
      Pattern.compile("(\\d{1,2}):([0-5]\\d)\\s*-\\s*(\\d{1,2}):([0-5]\\d)");
  private static final Form<List<Hours>> HOURS =
      Form.text(
          "closed, or times such as 08:00-12:00, from 00:00 to 24:00, the earlier first",
          CalendarFields::hours);
  private static final Form<LocalDate> DATE =
      Form.text("a date such as 2026-12-25", LocalDate::parse);

  private static final Field<BusinessCalendar, String> ID =
      TABLE.field("id", "calendar_id", FieldType.NAME, BusinessCalendar::id);
  private static final Field<BusinessCalendar, Long> VALID_FROM =
      TABLE.field("valid-from", FieldType.BEGIN, BusinessCalendar::validFrom);
  private static final Weekly WEEKLY = TABLE.add(new Weekly("hours"));
  private static final Exceptions EXCEPTIONS = TABLE.add(new Exceptions("exceptions"));

  private CalendarFields() {}

  static BusinessCalendar read(Given in) {
    Form<String> id = ID.type().form();
    return new BusinessCalendar(
        in.require(
            ID,
            id.where(
                text -> !text.equals(PolicyEntry.NO_CALENDAR),
                "%s, not '%s'".formatted(id.allowed(), PolicyEntry.NO_CALENDAR))),
        in.require(VALID_FROM),
        in.either(WEEKLY::written, record -> WEEKLY.recorded((BusinessCalendarRecord) record)),
        in.either(
            EXCEPTIONS::written, record -> EXCEPTIONS.recorded((BusinessCalendarRecord) record)));
  }

  private static List<Hours> hours(Section days, String day) {
    List<Hours> hours = new ArrayList<>();
    for (Value value : days.each(day)) {
      for (Hours next : value.read(HOURS).orElse(List.of())) {
        Hours last = hours.isEmpty() ? null : hours.get(hours.size() - 1);
        if (last == null || next.from() >= last.to()) {
          hours.add(next);
        } else {
          days.note(
              day,
              value.place(),
              "%s has '%s' after '%s'; allowed: times in order, without overlap"
                  .formatted(day, next, last));
        }
      }
    }
    return hours;
  }

  private static List<Hours> hours(String text) {
    return text.equals(CLOSED)
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(times -> times(times.strip())).toList();
  }

  private static Hours times(String text) {
    Matcher matcher = TIMES.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new Hours(minute(matcher, 1), minute(matcher, 3));
  }

  private static int minute(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group)) * MINUTES_PER_HOUR
        + Integer.parseInt(matcher.group(group + 1));
  }

  private static String text(List<Hours> hours) {
    return hours.isEmpty()
        ? CLOSED
        : hours.stream().map(Hours::toString).collect(Collectors.joining(", "));
  }

  private static List<OpenHours> toAvro(List<Hours> hours) {
    return hours.stream().map(time -> new OpenHours(time.from(), time.to())).toList();
  }

  private static List<Hours> toDomain(List<OpenHours> hours) {
    return hours.stream().map(time -> new Hours(time.getFromMinute(), time.getToMinute())).toList();
  }

  /** Hours by weekday. */
  private record Weekly(String name) implements FieldTable.Part<BusinessCalendar> {

    private static final List<String> DAYS =
        Arrays.stream(DayOfWeek.values()).map(ChoiceText::of).toList();

    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public void describe(BusinessCalendar calendar, Map<String, String> texts) {
      for (DayOfWeek day : DayOfWeek.values()) {
        texts.put(
            name + "." + ChoiceText.of(day), text(calendar.weekly().getOrDefault(day, List.of())));
      }
    }

    @Override
    public void record(BusinessCalendar calendar, SpecificRecordBase record) {
      record.put(
          "weekly",
          new TreeMap<>(calendar.weekly())
              .entrySet().stream()
                  .map(
                      day ->
                          new WeekdayHours(
                              Weekday.valueOf(day.getKey().name()), toAvro(day.getValue())))
                  .toList());
    }

    Map<DayOfWeek, List<Hours>> written(Section calendar) {
      if (!calendar.has(name)) {
        calendar.refuse(name, "is missing; allowed: weekdays with their hours");
      }
      Section days = calendar.section(name);
      days.requireKnown(DAYS);
      Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        List<Hours> hours = hours(days, ChoiceText.of(day));
        if (!hours.isEmpty()) {
          weekly.put(day, hours);
        }
      }
      return weekly;
    }

    Map<DayOfWeek, List<Hours>> recorded(BusinessCalendarRecord calendar) {
      Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
      for (WeekdayHours day : calendar.getWeekly()) {
        weekly.put(DayOfWeek.valueOf(day.getWeekday().name()), toDomain(day.getHours()));
      }
      return weekly;
    }
  }

  /** Hours by date. */
  private record Exceptions(String name) implements FieldTable.Part<BusinessCalendar> {

    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public void describe(BusinessCalendar calendar, Map<String, String> texts) {
      new TreeMap<>(calendar.exceptions())
          .forEach((date, hours) -> texts.put(name + "." + date, text(hours)));
    }

    @Override
    public void record(BusinessCalendar calendar, SpecificRecordBase record) {
      record.put(
          name,
          new TreeMap<>(calendar.exceptions())
              .entrySet().stream()
                  .map(day -> new DateHours(day.getKey(), toAvro(day.getValue())))
                  .toList());
    }

    Map<LocalDate, List<Hours>> written(Section calendar) {
      Section dates = calendar.section(name);
      Map<LocalDate, List<Hours>> exceptions = new TreeMap<>();
      for (Section.Entry entry : dates.entries()) {
        entry
            .key()
            .read(DATE)
            .ifPresent(date -> exceptions.put(date, hours(dates, date.toString())));
      }
      return exceptions;
    }

    Map<LocalDate, List<Hours>> recorded(BusinessCalendarRecord calendar) {
      Map<LocalDate, List<Hours>> exceptions = new TreeMap<>();
      calendar
          .getExceptions()
          .forEach(day -> exceptions.put(day.getDate(), toDomain(day.getHours())));
      return exceptions;
    }
  }
}

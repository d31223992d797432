package org.contactroi.catalog;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contactroi.kpi.BusinessCalendar;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.Versions;
import org.contactroi.reference.ReferenceRecord;

/** A version of a tenant's business hours. */
public record CalendarEntry(String tenant, BusinessCalendar calendar) implements CatalogEntry {

  /** Hours of a day without any. */
  public static final String CLOSED = "closed";

  @Override
  public Kind kind() {
    return Kind.CALENDAR;
  }

  @Override
  public List<String> name() {
    return List.of(calendar.id());
  }

  @Override
  public long validFrom() {
    return calendar.validFrom();
  }

  @Override
  public Map<String, String> fields() {
    return fields(calendar);
  }

  @Override
  public Map<String, String> fieldsBefore(Policies others) {
    BusinessCalendar before = others.published(tenant).calendar(calendar.id()).at(validFrom());
    return before == null ? Map.of() : fields(before);
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, CalendarRecords.toAvro(calendar));
  }

  @Override
  public List<Refusal> refusals(Policies others) {
    return others.refusals(tenant, calendar);
  }

  @Override
  public Policies addedTo(Policies others) {
    return others.with(tenant, calendar);
  }

  private static Map<String, String> fields(BusinessCalendar calendar) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", calendar.id());
    fields.put("valid-from", Versions.text(calendar.validFrom()));
    for (DayOfWeek day : DayOfWeek.values()) {
      fields.put(
          "hours." + day.name().toLowerCase(Locale.ROOT),
          text(calendar.weekly().getOrDefault(day, List.of())));
    }
    new TreeMap<>(calendar.exceptions())
        .forEach((date, hours) -> fields.put("exceptions." + date, text(hours)));
    return fields;
  }

  private static String text(List<Hours> hours) {
    return hours.isEmpty()
        ? CLOSED
        : hours.stream().map(Hours::toString).collect(Collectors.joining(", "));
  }
}

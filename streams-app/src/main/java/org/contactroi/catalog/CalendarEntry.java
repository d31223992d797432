package org.contactroi.catalog;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.BusinessCalendar;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.reference.ReferenceRecord;

/** A version of a tenant's business hours. */
public record CalendarEntry(String tenant, BusinessCalendar calendar) implements VersionEntry {

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
    return CalendarFields.TABLE.texts(calendar);
  }

  @Override
  public Map<String, String> fieldsBefore(Policies others) {
    BusinessCalendar before = others.published(tenant).calendar(calendar.id()).at(validFrom());
    return before == null ? Map.of() : CalendarFields.TABLE.texts(before);
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, CalendarFields.TABLE.record(calendar));
  }

  @Override
  public List<Refusal> refusals(Policies others) {
    return others.refusals(tenant, calendar);
  }

  @Override
  public Policies addedTo(Policies others) {
    return others.with(tenant, calendar);
  }
}

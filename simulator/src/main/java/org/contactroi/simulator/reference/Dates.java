package org.contactroi.simulator.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The dates of the days of a run, in the zone of a tenant. */
record Dates(LocalDate dayZero, ZoneId zone) {

  static Dates of(Instant dayZero, ZoneId zone) {
    return new Dates(dayZero.atZone(zone).toLocalDate(), zone);
  }

  LocalDate date(int day) {
    return dayZero.plusDays(day);
  }

  /** When a day begins, as files have it. */
  String instant(int day) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date(day).atStartOfDay(zone));
  }
}

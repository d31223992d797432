package org.contactroi.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** A weekly table of opening hours in the tenant's zone. */
public record OracleOpeningHours(List<Span> spans) {

  /** Open on the day from the first time until before the second; midnight there ends the day. */
  public record Span(DayOfWeek day, LocalTime from, LocalTime until) {}

  boolean isOpen(long instant, ZoneId zone) {
    ZonedDateTime local = Instant.ofEpochMilli(instant).atZone(zone);
    for (Span span : spans) {
      LocalTime time = local.toLocalTime();
      boolean ended = !span.until.equals(LocalTime.MIDNIGHT) && !time.isBefore(span.until);
      if (span.day == local.getDayOfWeek() && !time.isBefore(span.from) && !ended) {
        return true;
      }
    }
    return false;
  }
}

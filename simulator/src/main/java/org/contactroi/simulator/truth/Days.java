package org.contactroi.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The days of a run by number.
 *
 * @param zero local day 0
 * @param zone of the tenant
 */
record Days(LocalDate zero, ZoneId zone) {

  static Days of(Instant dayZero, ZoneId zone) {
    return new Days(dayZero.atZone(zone).toLocalDate(), zone);
  }

  LocalDate date(int day) {
    return zero.plusDays(day);
  }

  int number(LocalDate date) {
    return Math.toIntExact(ChronoUnit.DAYS.between(zero, date));
  }

  /** Returns the number of the local day of a moment. */
  int number(long at) {
    return number(Instant.ofEpochMilli(at).atZone(zone).toLocalDate());
  }
}

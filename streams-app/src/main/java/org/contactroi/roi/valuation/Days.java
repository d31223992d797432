package org.contactroi.roi.valuation;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Local days [from, to).
 *
 * @param to excluded
 */
public record Days(LocalDate from, LocalDate to) {

  /** Before every day there is something to value on. */
  public static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

  /** After every such day. */
  static final LocalDate END = LocalDate.of(9999, 1, 1);

  public static Days since(LocalDate from) {
    return new Days(from, END);
  }

  public static Days only(LocalDate day) {
    return new Days(day, day.plusDays(1));
  }

  /** The part of them that lies in others; may be empty. */
  public Days within(LocalDate first, LocalDate end) {
    return new Days(from.isBefore(first) ? first : from, to.isAfter(end) ? end : to);
  }

  /** Those of them that are the last of a calendar month. */
  public Stream<LocalDate> monthEnds() {
    return isEmpty()
        ? Stream.empty()
        : from.datesUntil(to).filter(day -> day.plusDays(1).getDayOfMonth() == 1);
  }

  public boolean isEmpty() {
    return !from.isBefore(to);
  }
}

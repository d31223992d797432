package org.contactroi.roi.statement;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Which days a statement sums. */
public enum Horizon {
  DAY,
  TRAILING_30_DAYS,
  /** From go-live, or the first service day of an incremental entry if that is earlier. */
  TO_DATE,
  /** Less than three months from go-live, and all days before it. */
  EARLY,
  /** From three months, less than twelve. */
  MID,
  /** From twelve months. */
  LATE;

  private static final int TRAILING_DAYS = 30;
  private static final int EARLY_MONTHS = 3;
  private static final int MID_MONTHS = 12;

  /** Local days, both included. */
  public record Span(LocalDate from, LocalDate to) {}

  /** Name in keys, for instance {@code to-date}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Its days as far as they are past; empty if it has not begun.
   *
   * @param first day of TO_DATE
   * @param day the last day that is past
   */
  Optional<Span> span(LocalDate first, LocalDate goLive, LocalDate day) {
    LocalDate early = goLive.plusMonths(EARLY_MONTHS);
    LocalDate mid = goLive.plusMonths(MID_MONTHS);
    Span span =
        switch (this) {
          case DAY -> new Span(day, day);
          case TRAILING_30_DAYS -> new Span(later(first, day.minusDays(TRAILING_DAYS - 1)), day);
          case TO_DATE -> new Span(first, day);
          case EARLY -> new Span(first, earlier(day, early.minusDays(1)));
          case MID -> new Span(later(first, early), earlier(day, mid.minusDays(1)));
          case LATE -> new Span(later(first, mid), day);
        };
    return Optional.of(span).filter(days -> !days.from().isAfter(days.to()));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

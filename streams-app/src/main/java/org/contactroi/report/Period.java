package org.contactroi.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Local days, both included, and the steps in which charts show them: days up to a month, weeks up
 * to half a year, else calendar months.
 */
public record Period(LocalDate from, LocalDate to) {

  private static final long MOST_DAYS = 31;
  private static final long MOST_DAYS_OF_WEEKS = 26 * 7;

  /** A part of a period that a chart shows as one. */
  enum Step {
    DAY,
    WEEK,
    MONTH;

    LocalDate begin(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    /** The last day of the step that begins on a day. */
    LocalDate end(LocalDate begin) {
      return switch (this) {
        case DAY -> begin;
        case WEEK -> begin.plusDays(6);
        case MONTH -> begin.with(TemporalAdjusters.lastDayOfMonth());
      };
    }

    String label(LocalDate begin) {
      return this == MONTH ? PageText.month(begin) : PageText.dayOfMonth(begin);
    }

    String word() {
      return switch (this) {
        case DAY -> "day";
        case WEEK -> "week from Monday";
        case MONTH -> "calendar month";
      };
    }
  }

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to is %s, which is before from, %s".formatted(to, from));
    }
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether it has a day in common with others, both included. */
  boolean touches(LocalDate first, LocalDate last) {
    return !last.isBefore(from) && !first.isAfter(to);
  }

  Step step() {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days <= MOST_DAYS) {
      return Step.DAY;
    }
    return days <= MOST_DAYS_OF_WEEKS ? Step.WEEK : Step.MONTH;
  }
}

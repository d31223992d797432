package org.contactroi.app.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long the periods of regular reports are. */
enum Every {
  WEEK,
  MONTH,
  QUARTER;

  private static final int MONTHS_OF_QUARTER = 3;

  /** Reads the option. */
  static final class Reader implements ITypeConverter<Every> {

    @Override
    public Every convert(String text) {
      return Arrays.stream(values())
          .filter(every -> every.id().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no period; allowed: week, month, quarter".formatted(text)));
    }
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first day of the period after that of a day; weeks begin on Monday. */
  LocalDate next(LocalDate day) {
    return switch (this) {
      case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
      case QUARTER ->
          day.withDayOfMonth(1)
              .plusMonths(MONTHS_OF_QUARTER - (day.getMonthValue() - 1) % MONTHS_OF_QUARTER);
    };
  }

  /** The name of a day's period: {@code 2026-W05} (ISO 8601), {@code 2026-02}, {@code 2026-Q1}. */
  String name(LocalDate day) {
    return switch (this) {
      case WEEK ->
          "%04d-W%02d"
              .formatted(
                  day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
      case QUARTER -> "%04d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    };
  }
}

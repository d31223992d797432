package org.contactroi.simulator.scenario;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When customers get in touch about something new; those who come back come on top. The rate of an
 * hour is the mean of a day / 24, times the factor of the hour, the weekday, the month and the
 * holiday.
 *
 * @param perDay new contacts a day where all factors are 1
 * @param hours 24 factors that average to 1, from local midnight
 * @param weekdays 7 factors from Monday
 * @param months 12 factors from January
 * @param holidays factors of days of the year
 * @param incidents bursts beside it
 * @param tests share that is test traffic
 */
public record Demand(
    double perDay,
    List<Double> hours,
    List<Double> weekdays,
    List<Double> months,
    Map<MonthDay, Double> holidays,
    List<Incident> incidents,
    double tests) {

  public Demand {
    hours = List.copyOf(hours);
    weekdays = List.copyOf(weekdays);
    months = List.copyOf(months);
    holidays = Map.copyOf(holidays);
    incidents = List.copyOf(incidents);
  }

  /**
   * Something goes wrong and customers call about it.
   *
   * @param issue what they call about
   * @param lasts how long it lasts, ms
   * @param perHour contacts an hour while it lasts
   */
  public record Incident(String issue, Occurrence when, long lasts, double perHour) {}

  /**
   * When incidents begin: on one day of the run, or at random times.
   *
   * @param day day of the run, 0 the first; with a time
   * @param at local time of that day
   * @param meanGap mean time between two beginnings, ms; without day and time
   */
  public record Occurrence(@Nullable Integer day, @Nullable LocalTime at, @Nullable Long meanGap) {}

  /** Returns the factor of a date, without that of the hour. */
  public double factor(LocalDate date) {
    double holiday = holidays.getOrDefault(MonthDay.from(date), 1.0);
    return weekdays.get(date.getDayOfWeek().getValue() - 1)
        * months.get(date.getMonthValue() - 1)
        * holiday;
  }

  /** Returns a factor that no moment exceeds. */
  public double peak() {
    double holiday = holidays.values().stream().reduce(1.0, Math::max);
    return most(hours) * most(weekdays) * most(months) * holiday;
  }

  private static double most(List<Double> factors) {
    return factors.stream().reduce(0.0, Math::max);
  }
}

package org.contactroi.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.contactroi.report.Facts.Counted;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.statement.ReportedDay;
import org.contactroi.roi.statement.TrackSum;
import org.jspecify.annotations.Nullable;

/** The course of a period in steps, and of the cash of the investment day by day. */
final class Course {

  /**
   * Days of a step, and what was counted in them.
   *
   * @param lacks how much of the step is in it, in words; null if it is whole
   */
  record Part(LocalDate last, String label, @Nullable String lacks, TrackSum sum, Counted counted) {

    /** As it stands at an axis and in tables. */
    String text() {
      return lacks == null ? label : label + "\n" + lacks;
    }
  }

  /** Cash from the first outlay to the end of a day. */
  record Balance(LocalDate day, Amount amount) {}

  private Course() {}

  /** The steps of a period that have statements, in order. */
  static List<Part> of(Facts facts) {
    Period.Step step = facts.period().step();
    NavigableMap<LocalDate, TrackSum> sums = new TreeMap<>();
    for (ReportedDay day : facts.daysOfPeriod()) {
      sums.merge(
          step.begin(day.day()), TrackSum.NOTHING.plus(day), (before, more) -> before.plus(day));
    }
    Map<LocalDate, Counted> counted = new TreeMap<>();
    facts
        .counted()
        .forEach(
            (day, count) -> {
              if (facts.period().holds(day)) {
                counted.merge(step.begin(day), count, Counted::plus);
              }
            });
    List<Part> parts = new ArrayList<>();
    sums.forEach(
        (begin, sum) ->
            parts.add(part(begin, sum, counted.getOrDefault(begin, Counted.NOTHING), facts)));
    return parts;
  }

  private static Part part(LocalDate begin, TrackSum sum, Counted counted, Facts facts) {
    Period.Step step = facts.period().step();
    LocalDate end = step.end(begin);
    List<LocalDate> days =
        facts.daysOfPeriod().stream()
            .map(ReportedDay::day)
            .filter(day -> !day.isBefore(begin) && !day.isAfter(end))
            .toList();
    LocalDate last = days.get(days.size() - 1);
    long all = ChronoUnit.DAYS.between(begin, end) + 1;
    String lacks =
        days.size() < all
            ? "%d of %d days".formatted(days.size(), all)
            : facts.isOver(last) ? null : "not over";
    return new Part(last, step.label(begin), lacks, sum, counted);
  }

  /** All that was paid and used from the first outlay on. */
  static Amount paid(Facts facts) {
    return facts.days().stream()
        .map(ReportedDay::account)
        .map(account -> account.get(Component.PAID).plus(account.get(Component.AI_RUN)))
        .reduce(Amount.ZERO, Amount::plus);
  }

  /** Of all days from the first outlay, whether in the period or before it. */
  static List<Balance> cash(Facts facts) {
    List<Balance> balances = new ArrayList<>();
    Amount balance = Amount.ZERO;
    for (ReportedDay day : facts.days()) {
      if (!balances.isEmpty() || day.account().isOutlay()) {
        balance = balance.plus(day.account().cash());
        balances.add(new Balance(day.day(), balance));
      }
    }
    return balances;
  }
}

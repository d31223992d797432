package org.contactroi.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.contactroi.report.Facts.Counted;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.statement.ReportedDay;
import org.contactroi.roi.statement.TrackSum;

/** The course of a period in steps, and of the cash of the investment day by day. */
final class Course {

  /** All days of a step, and what was counted in them. */
  record Part(String label, TrackSum sum, Counted counted) {}

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
            parts.add(
                new Part(step.label(begin), sum, counted.getOrDefault(begin, Counted.NOTHING))));
    return parts;
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

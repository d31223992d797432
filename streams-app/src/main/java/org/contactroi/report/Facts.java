package org.contactroi.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.ReportedDay;
import org.contactroi.roi.statement.Statement;
import org.contactroi.roi.statement.TrackSum;
import org.jspecify.annotations.Nullable;

/**
 * All that a report is made of.
 *
 * @param days from the first that is stated to the last of the period, in order
 * @param phases statements of the phases, as they are published
 * @param payback of all days that are published; null if there is none
 * @param counted totals of what the charts count, by local day
 * @param basis what the amounts rest on
 */
public record Facts(
    Subject subject,
    Period period,
    List<ReportedDay> days,
    List<Statement> phases,
    @Nullable Payback payback,
    SortedMap<LocalDate, Counted> counted,
    Basis basis) {

  /**
   * What a report is about.
   *
   * @param zone of its days
   * @param currency of all amounts, ISO 4217
   * @param goLive first local day with the AI
   */
  public record Subject(
      String tenant, ZoneId zone, String currency, LocalDate goLive, Reached reached) {}

  /**
   * How far a tenant has come.
   *
   * @param watermark event time it has reached
   * @param lastDay the last day of the return to date; null in a report that is not about it
   * @param notice what is known to be in no figure yet, in a sentence; null if nothing is
   */
  public record Reached(Instant watermark, @Nullable LocalDate lastDay, @Nullable String notice) {}

  /** Totals of a day, or of several. */
  public record Counted(Totals containment, Totals resolution) {

    public static final Counted NOTHING =
        new Counted(Totals.zero(Containment.FAMILY), Totals.zero(FirstContactResolution.FAMILY));

    /** Families of which anything is counted. */
    public static final Set<Family> FAMILIES =
        Set.of(Containment.FAMILY, FirstContactResolution.FAMILY);

    /** Totals of one of the families. */
    public static Counted of(Totals totals) {
      return totals.family() == Containment.FAMILY
          ? new Counted(totals, NOTHING.resolution)
          : new Counted(NOTHING.containment, totals);
    }

    public Counted plus(Counted more) {
      return new Counted(containment.plus(more.containment), resolution.plus(more.resolution));
    }
  }

  public Facts {
    days = List.copyOf(days);
    phases = List.copyOf(phases);
    counted = Collections.unmodifiableSortedMap(new TreeMap<>(counted));
  }

  /**
   * The same without what days after the period tell, so that a report of a period that is over
   * changes only with figures of the period.
   */
  public Facts closed() {
    Reached reached = subject.reached();
    return with(
        new Reached(reached.watermark(), null, reached.notice()),
        phases.stream().filter(phase -> !phase.to().isAfter(period.to())).toList());
  }

  /** The same, whenever it is told: as of the end of the period, with nothing missing. */
  Facts timeless() {
    Instant end = period.to().plusDays(1).atStartOfDay(subject.zone()).toInstant();
    return with(new Reached(end, subject.reached().lastDay(), null), phases);
  }

  private Facts with(Reached reached, List<Statement> ofPhases) {
    return new Facts(
        new Subject(
            subject.tenant(), subject.zone(), subject.currency(), subject.goLive(), reached),
        period,
        days,
        ofPhases,
        payback,
        counted,
        basis);
  }

  /** Whether the period ends where the return to date does, of which run rate is stated. */
  boolean isToDate() {
    LocalDate lastDay = subject.reached().lastDay();
    return lastDay != null && !period.to().isBefore(lastDay);
  }

  /** The day on which it had paid back; null if it had not by the end of the period. */
  @Nullable LocalDate paidBack() {
    LocalDate date = payback == null ? null : payback.date();
    return date == null || date.isAfter(period.to()) ? null : date;
  }

  /** Whether a day was over at the event time that is reached. */
  boolean isOver(LocalDate day) {
    return !day.plusDays(1)
        .atStartOfDay(subject.zone())
        .toInstant()
        .isAfter(subject.reached().watermark());
  }

  /** The days of the period. */
  List<ReportedDay> daysOfPeriod() {
    return days.stream().filter(day -> period.holds(day.day())).toList();
  }

  /** The sum of all days of the period. */
  TrackSum provisional() {
    return sum(day -> true);
  }

  /** The sum of the settled days of the period: the official figures. */
  TrackSum settled() {
    return sum(ReportedDay::isSettled);
  }

  private TrackSum sum(Predicate<ReportedDay> wanted) {
    TrackSum sum = TrackSum.NOTHING;
    for (ReportedDay day : daysOfPeriod()) {
      sum = wanted.test(day) ? sum.plus(day) : sum;
    }
    return sum;
  }
}

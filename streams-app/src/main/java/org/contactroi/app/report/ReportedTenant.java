package org.contactroi.app.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.app.money.TenantOptions;
import org.contactroi.app.topics.Backlog;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.app.topics.TenantStatements;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.WindowSize;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.Basis;
import org.contactroi.report.Facts;
import org.contactroi.report.Facts.Counted;
import org.contactroi.report.Facts.Reached;
import org.contactroi.report.Facts.Subject;
import org.contactroi.report.Period;
import org.contactroi.roi.statement.Horizon;

/** What is published of a tenant, as reports need it. */
final class ReportedTenant {

  private static final List<Horizon> PHASES = List.of(Horizon.EARLY, Horizon.MID, Horizon.LATE);

  private final String tenant;
  private final TenantStatements statements;
  private final List<TenantStatement> days;
  private final Instant watermark;
  private final List<String> notice;
  private final SortedMap<LocalDate, Counted> counted;
  private final List<CatalogEntry> reference;

  private ReportedTenant(
      String tenant,
      TenantStatements statements,
      Instant watermark,
      List<String> notice,
      SortedMap<LocalDate, Counted> counted,
      List<CatalogEntry> reference) {
    this.tenant = tenant;
    this.statements = statements;
    this.days = statements.of(Horizon.DAY).toList();
    this.watermark = watermark;
    this.notice = notice;
    this.counted = counted;
    this.reference = reference;
  }

  /**
   * Reads a tenant.
   *
   * @throws RuntimeException if nothing is stated of it
   */
  static ReportedTenant read(TenantOptions options, PublishedSource source) {
    String tenant = options.tenant();
    Backlog backlog = source.backlog(tenant);
    TenantStatements statements = source.statements(tenant);
    SortedMap<String, Instant> watermarks = new TreeMap<>(source.watermarks());
    if (statements.all().isEmpty()) {
      throw options.nothingStated(statements.tenants(), watermarks);
    }
    ZoneId zone = statements.all().iterator().next().zone();
    return new ReportedTenant(
        tenant,
        statements,
        statements.watermark(watermarks.getOrDefault(tenant, Instant.EPOCH)),
        backlog.lines(zone),
        counted(tenant, source, zone),
        source.entries(options::warn).stream()
            .filter(entry -> entry.tenant().equals(tenant))
            .toList());
  }

  /** What is known to be in no figure yet, in lines. */
  List<String> notice() {
    return notice;
  }

  /**
   * The days from {@code first} to before {@code end} as far as there are statements of them. From
   * the least day on, none from before the return to date: those have cash only, and are no part of
   * it.
   *
   * @throws IllegalStateException if there are none
   */
  Period period(LocalDate first, LocalDate end) {
    List<LocalDate> stated = stated(first, end);
    if (stated.isEmpty()) {
      throw new IllegalStateException(
          days.isEmpty()
              ? "tenant '%s' has no statements of days".formatted(tenant)
              : "no day of the period is stated; tenant '%s' has statements from %s to %s"
                  .formatted(tenant, days.get(0).from(), days.get(days.size() - 1).from()));
    }
    return new Period(stated.get(0), stated.get(stated.size() - 1));
  }

  /** The periods within [first, end) that are over at the event time that is reached. */
  List<Period> over(Every step, LocalDate first, LocalDate end) {
    List<Period> over = new ArrayList<>();
    // A period that begins before what is asked for would have fewer days under the same name.
    List<LocalDate> stated = stated(LocalDate.MIN, LocalDate.MAX);
    for (int i = 0; i < stated.size(); ) {
      LocalDate next = step.next(stated.get(i));
      int from = i;
      while (i < stated.size() && stated.get(i).isBefore(next)) {
        i++;
      }
      if (!stated.get(from).isBefore(first)
          && !next.isAfter(end)
          && !next.atStartOfDay(zone()).toInstant().isAfter(watermark)) {
        over.add(new Period(stated.get(from), stated.get(i - 1)));
      }
    }
    return over;
  }

  private List<LocalDate> stated(LocalDate first, LocalDate end) {
    LocalDate begin = statements.toDate().map(TenantStatement::from).orElse(LocalDate.MIN);
    LocalDate from = first.equals(LocalDate.MIN) ? begin : first;
    return days.stream()
        .map(TenantStatement::from)
        .filter(day -> !day.isBefore(from) && day.isBefore(end))
        .toList();
  }

  /** All that a report of a period is made of. */
  Facts facts(Period period) {
    TenantStatement last = days.get(days.size() - 1);
    return new Facts(
        new Subject(tenant, last.zone(), last.currency(), last.goLive(), reached(last)),
        period,
        days.stream()
            .filter(day -> !day.from().isAfter(period.to()))
            .map(TenantStatement::day)
            .toList(),
        PHASES.stream().flatMap(statements::of).map(TenantStatement::sums).toList(),
        statements.toDate().map(TenantStatement::payback).orElse(null),
        counted,
        Basis.of(reference, period, last.zone()));
  }

  private Reached reached(TenantStatement lastDay) {
    return new Reached(
        watermark,
        statements.toDate().orElse(lastDay).to(),
        notice.isEmpty() ? null : notice.get(0));
  }

  private ZoneId zone() {
    return days.get(days.size() - 1).zone();
  }

  /** What is counted of the tenant's days, over all. */
  private static SortedMap<LocalDate, Counted> counted(
      String tenant, PublishedSource source, ZoneId zone) {
    SortedMap<LocalDate, Counted> counted = new TreeMap<>();
    source
        .totals(
            tenant,
            key ->
                key.window() == WindowSize.DAY
                    && key.slice().by().equals(SliceBy.ALL.id())
                    && Counted.FAMILIES.contains(key.family()))
        .forEach(
            (key, totals) ->
                counted.merge(
                    Instant.ofEpochMilli(key.start()).atZone(zone).toLocalDate(),
                    Counted.of(totals),
                    Counted::plus));
    return counted;
  }
}

package org.contactroi.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.money.TenantOptions;
import org.contactroi.app.topics.Backlog;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.TenantStatements;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.WindowSize;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.Basis;
import org.contactroi.report.Facts;
import org.contactroi.report.Facts.Counted;
import org.contactroi.report.Facts.Reached;
import org.contactroi.report.Facts.Subject;
import org.contactroi.report.Page;
import org.contactroi.report.Period;
import org.contactroi.roi.statement.Horizon;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Writes the return on an investment as one page. Two reports of the same topics are the same
 * bytes: the page names event time, never the time it is written.
 */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes the return on the investment as one HTML page, to read and to print.")
public final class ReportCommand implements Callable<Integer> {

  private static final List<Horizon> PHASES = List.of(Horizon.EARLY, Horizon.MID, Horizon.LATE);

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Mixin private final TenantOptions options = new TenantOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      description = "First local day; default: the first of the return to date.")
  private @Nullable String from;

  @Option(names = "--to", description = "Local day after the last; default: no end.")
  private @Nullable String to;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.html",
      description = "The page to write; replaced if it is there.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    checkDays();
    checkOut();
    try (PublishedTopics topics =
        PublishedTopics.ofMoney(cluster.config(), ReadingProgress.SILENT)) {
      return write(topics);
    }
  }

  /** Reads and writes. */
  int write(PublishedSource source) {
    Backlog backlog = source.backlog(options.tenant());
    TenantStatements statements = source.statements(options.tenant());
    Map<String, Instant> watermarks = source.watermarks();
    if (statements.all().isEmpty()) {
      throw options.nothingStated(statements.tenants(), watermarks);
    }
    Period period = period(statements);
    byte[] page =
        Page.of(facts(source, statements, period, reached(backlog, statements, watermarks)))
            .getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(out, page);
    } catch (IOException e) {
      throw new IllegalStateException(
          "--out is '%s', which cannot be written: %s".formatted(out, e));
    }
    backlog
        .lines(statements.all().iterator().next().zone())
        .forEach(spec.commandLine().getOut()::println);
    spec.commandLine()
        .getOut()
        .printf("%s: %s to %s, %,d bytes%n", out, period.from(), period.to(), page.length);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Facts facts(
      PublishedSource source, TenantStatements statements, Period period, Reached reached) {
    List<TenantStatement> days = statements.of(Horizon.DAY).toList();
    TenantStatement last = days.get(days.size() - 1);
    ZoneId zone = last.zone();
    String tenant = options.tenant();
    return new Facts(
        new Subject(tenant, zone, last.currency(), last.goLive(), reached),
        period,
        days.stream()
            .filter(day -> !day.from().isAfter(period.to()))
            .map(TenantStatement::day)
            .toList(),
        PHASES.stream().flatMap(statements::of).map(TenantStatement::sums).toList(),
        statements.toDate().map(TenantStatement::payback).orElse(null),
        counted(source, zone),
        Basis.of(
            source.entries(options::warn).stream()
                .filter(entry -> entry.tenant().equals(tenant))
                .toList(),
            period,
            zone));
  }

  private Reached reached(
      Backlog backlog, TenantStatements statements, Map<String, Instant> watermarks) {
    Instant watermark =
        statements.watermark(watermarks.getOrDefault(options.tenant(), Instant.EPOCH));
    TenantStatement last =
        statements
            .toDate()
            .orElseGet(() -> statements.of(Horizon.DAY).reduce((a, b) -> b).orElseThrow());
    List<String> notice = backlog.lines(last.zone());
    return new Reached(watermark, last.to(), notice.isEmpty() ? null : notice.get(0));
  }

  /** What is counted of the tenant's days, over all. */
  private SortedMap<LocalDate, Counted> counted(PublishedSource source, ZoneId zone) {
    SortedMap<LocalDate, Counted> counted = new TreeMap<>();
    source
        .totals(
            options.tenant(),
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

  /** The days asked for, as far as there are statements; all of those to date if none are. */
  private Period period(TenantStatements statements) {
    List<LocalDate> days = statements.of(Horizon.DAY).map(TenantStatement::from).toList();
    // Days before the return to date have cash only, and are no part of it.
    LocalDate begin = statements.toDate().map(TenantStatement::from).orElse(LocalDate.MIN);
    LocalDate first = options.day("--from", from, begin);
    LocalDate end = options.day("--to", to, LocalDate.MAX);
    List<LocalDate> stated =
        days.stream().filter(day -> !day.isBefore(first) && day.isBefore(end)).toList();
    if (stated.isEmpty()) {
      throw new IllegalStateException(
          days.isEmpty()
              ? "tenant '%s' has no statements of days".formatted(options.tenant())
              : "no day of the period is stated; tenant '%s' has statements from %s to %s"
                  .formatted(options.tenant(), days.get(0), days.get(days.size() - 1)));
    }
    return new Period(stated.get(0), stated.get(stated.size() - 1));
  }

  private void checkDays() {
    LocalDate first = options.day("--from", from, LocalDate.MIN);
    LocalDate end = options.day("--to", to, LocalDate.MAX);
    if (!first.isBefore(end)) {
      throw options.wrong("--from %s is not before --to %s".formatted(first, end));
    }
  }

  /** Before anything is read. */
  private void checkOut() {
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(out)) {
      throw new IllegalStateException("--out is '%s', which is a folder".formatted(out));
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("--out is '%s', whose folder does not exist".formatted(out));
    }
    if (!Files.isWritable(Files.exists(out) ? out : folder)) {
      throw new IllegalStateException("--out is '%s', which cannot be written".formatted(out));
    }
  }
}

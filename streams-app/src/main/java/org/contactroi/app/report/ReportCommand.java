package org.contactroi.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.money.MoneyOfTenant;
import org.contactroi.app.money.StatementReading;
import org.contactroi.app.report.ReportTopics.Published;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.StatementPayback;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.report.Basis;
import org.contactroi.report.Facts;
import org.contactroi.report.Facts.Subject;
import org.contactroi.report.Page;
import org.contactroi.report.Period;
import org.contactroi.report.StatedDay;
import org.contactroi.roi.Payback;
import org.contactroi.roi.Statement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--tenant", required = true, description = "The tenant.")
  private String tenant = "";

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
    try (ReportTopics topics = ReportTopics.open(cluster.config())) {
      return write(topics);
    }
  }

  /** Reads and writes. */
  int write(ReportTopics topics) {
    Published published = topics.statements(tenant);
    if (published.all().isEmpty()) {
      throw nothingStated(topics, published);
    }
    Period period = period(published);
    Facts facts = facts(topics, published, period);
    byte[] page = Page.of(facts).getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(out, page);
    } catch (IOException e) {
      throw new IllegalStateException(
          "--out is '%s', which cannot be written: %s".formatted(out, e));
    }
    spec.commandLine()
        .getOut()
        .printf("%s: %s to %s, %,d bytes%n", out, period.from(), period.to(), page.length);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Facts facts(ReportTopics topics, Published published, Period period) {
    List<StatementRecord> days = published.of(Horizon.DAY);
    StatementRecord last = days.get(days.size() - 1);
    ZoneId zone = ZoneId.of(last.getZone());
    List<StatedDay> stated =
        days.stream()
            .filter(day -> !day.getFrom().isAfter(period.to()))
            .map(StatementReading::day)
            .toList();
    return new Facts(
        new Subject(
            tenant,
            zone,
            last.getCurrency(),
            last.getGoLive(),
            topics.watermark(tenant, published.all())),
        period,
        stated,
        phases(published),
        payback(published),
        topics.counted(tenant, zone),
        Basis.of(topics.reference(tenant, this::warn), period, zone));
  }

  private static List<Statement> phases(Published published) {
    List<Statement> phases = new ArrayList<>();
    for (Horizon phase : PHASES) {
      published.of(phase).stream().map(StatementReading::statement).forEach(phases::add);
    }
    return phases;
  }

  private static @Nullable Payback payback(Published published) {
    Payback payback = null;
    for (StatementRecord statement : published.of(Horizon.TO_DATE)) {
      StatementPayback stated = statement.getPayback();
      payback = stated == null ? payback : StatementReading.payback(stated);
    }
    return payback;
  }

  /** The days asked for, as far as there are statements; all of those to date if none are. */
  private Period period(Published published) {
    List<StatementRecord> days = published.of(Horizon.DAY);
    LocalDate first = from == null ? toDate(published) : LocalDate.parse(from);
    List<LocalDate> stated =
        days.stream()
            .map(StatementRecord::getFrom)
            .filter(day -> first == null || !day.isBefore(first))
            .filter(day -> to == null || day.isBefore(LocalDate.parse(to)))
            .toList();
    if (stated.isEmpty()) {
      throw new IllegalStateException(
          days.isEmpty()
              ? "tenant '%s' has no statements of days".formatted(tenant)
              : "no day of the period is stated; tenant '%s' has statements from %s to %s"
                  .formatted(tenant, days.get(0).getFrom(), days.get(days.size() - 1).getFrom()));
    }
    return new Period(stated.get(0), stated.get(stated.size() - 1));
  }

  /** Days before it have cash only, and are no part of the return. */
  private static @Nullable LocalDate toDate(Published published) {
    return published.of(Horizon.TO_DATE).stream()
        .map(StatementRecord::getFrom)
        .findFirst()
        .orElse(null);
  }

  private void checkDays() {
    LocalDate first = day("--from", from);
    LocalDate end = day("--to", to);
    if (first != null && end != null && !first.isBefore(end)) {
      throw wrong("--from %s is not before --to %s".formatted(first, end));
    }
  }

  private @Nullable LocalDate day(String option, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong("%s is '%s'; allowed: a day such as 2026-01-19".formatted(option, text));
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

  private RuntimeException nothingStated(ReportTopics topics, Published published) {
    SortedSet<String> known = topics.tenants();
    known.addAll(published.tenants());
    RuntimeException nothing = MoneyOfTenant.nothingStated(tenant, known);
    return nothing instanceof IllegalArgumentException
        ? wrong(String.valueOf(nothing.getMessage()))
        : nothing;
  }

  private void warn(String key, String reason) {
    spec.commandLine().getErr().printf("warning: %s is left out: %s%n", key, reason);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

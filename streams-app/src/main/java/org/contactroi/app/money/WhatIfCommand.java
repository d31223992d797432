package org.contactroi.app.money;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.reference.ReferenceProposal;
import org.contactroi.app.reference.ReferenceReport;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.Backlog;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.Kind;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.Statement;
import org.contactroi.roi.valuation.StatedDays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Prints what figures would be if reference files were applied, beside what they are; publishes
 * nothing. Exit code 1 when there is nothing to value, 2 when it was called wrongly or a file has
 * errors.
 */
@Command(
    name = "what-if",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the figures as they would be if reference files were applied, beside the official ones.",
      "A file may have any of the sections of 'reference apply'; factors change all rates of people"
          + " or all baselines at once. Nothing is published."
    })
public final class WhatIfCommand implements Callable<Integer> {

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final TenantOptions options = new TenantOptions();

  @Mixin private final StatementOptions wanted = new StatementOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rates", paramLabel = "FILE", description = "Other rates or exchange rates.")
  private List<Path> rates = List.of();

  @Option(names = "--baseline", paramLabel = "FILE", description = "Another baseline.")
  private List<Path> baselines = List.of();

  @Option(names = "--ledger", paramLabel = "FILE", description = "Further entries of the ledger.")
  private List<Path> ledgers = List.of();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Other money of the policy, from any valid-from on.")
  private List<Path> policies = List.of();

  @Mixin private final Assumptions assumptions = new Assumptions();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First local day (default: the first day of the horizon to date).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Local day after the last (default: the day after the one event time is in).")
  private @Nullable String to;

  @Override
  public Integer call() {
    check();
    AppConfig config = run.configOfAllDays();
    try (PublishedTopics topics = wanted.open(config)) {
      return print(config, topics);
    }
  }

  /**
   * Before anything is read.
   *
   * @throws ParameterException naming an option that is wrong
   */
  public void check() {
    requireFiles();
    wanted.tracks();
  }

  /** Reads, evaluates and prints. */
  public int print(AppConfig config, PublishedSource source) {
    requireFiles();
    Backlog backlog = source.backlog(options.tenant());
    MoneyOfTenant money = options.read(config, source);
    ReferenceProposal proposal =
        ReferenceProposal.trial(config, files(), money.entries(), source.watermarks());
    if (!proposal.problems().isEmpty()) {
      spec.commandLine().getErr().print(ReferenceReport.text(proposal.problems()));
      spec.commandLine().getErr().flush();
      return spec.exitCodeOnInvalidInput();
    }
    WhatIf whatIf = whatIf(money, proposal);
    wanted.print(
        backlog,
        money.zone(),
        () -> WhatIfReport.json(whatIf, wanted.tracks()),
        () -> WhatIfReport.lines(whatIf, wanted.tracks()));
    return 0;
  }

  private WhatIf whatIf(MoneyOfTenant money, ReferenceProposal proposal) {
    List<CatalogEntry> applied = assumptions.applied(proposal.applied(money.entries()));
    List<String> leftOut =
        assumptions.changePrices()
                || proposal.toPublish().stream().anyMatch(change -> isPrice(change.entry()))
            ? frozen(Stream.of(money.entries(), applied).flatMap(Collection::stream).toList())
            : List.of();
    LocalDate last = last(money);
    requireDays(last);
    List<StatedDays> both =
        money.evaluate(List.of(money.entries(), applied), leftOut.isEmpty(), last);
    List<TenantStatement> statements =
        both.stream().map(book -> TenantStatement.of(book, statement(book, money, last))).toList();
    requireTotals(money, statements.get(0).from(), last);
    return new WhatIf(statements.get(0), statements.get(1), leftOut);
  }

  /** The days asked for; without first day the horizon to date, whose first one may differ. */
  private Statement statement(StatedDays book, MoneyOfTenant money, LocalDate last) {
    return from == null
        ? book.statement(Horizon.TO_DATE, last)
            .orElseThrow(() -> money.notBegun(Horizon.TO_DATE, last))
        : book.sum(options.day("--from", from, last), last);
  }

  private LocalDate last(MoneyOfTenant money) {
    LocalDate latest = money.last().plusDays(1);
    LocalDate end = options.day("--to", to, latest);
    if (end.isAfter(latest)) {
      throw options.wrong(
          "--to is '%s'; allowed: a day after the last, %s or earlier, because event time has come to %s"
              .formatted(end, latest, money.last()));
    }
    return end.minusDays(1);
  }

  private void requireDays(LocalDate last) {
    LocalDate first = options.day("--from", from, last);
    if (first.isAfter(last)) {
      throw options.wrong(
          to == null
              ? "--from is '%s'; event time has come to %s".formatted(first, last)
              : "--from is '%s', not before --to %s".formatted(first, last.plusDays(1)));
    }
  }

  private void requireTotals(MoneyOfTenant money, LocalDate first, LocalDate last) {
    SortedSet<LocalDate> days = days(money);
    if (days.subSet(first, last.plusDays(1)).isEmpty()) {
      throw new IllegalStateException(
          "there are no totals of '%s' from %s to %s; %s"
              .formatted(
                  options.tenant(),
                  first,
                  last,
                  days.isEmpty()
                      ? "there are none at all"
                      : "they are from %s to %s".formatted(days.first(), days.last())));
    }
  }

  /** The days with totals. */
  private static SortedSet<LocalDate> days(MoneyOfTenant money) {
    SortedSet<LocalDate> days = new TreeSet<>();
    money
        .windows()
        .keySet()
        .forEach(
            key -> days.add(Instant.ofEpochMilli(key.start()).atZone(money.zone()).toLocalDate()));
    return days;
  }

  private static boolean isPrice(CatalogEntry entry) {
    return entry.kind() == Kind.RATE || entry.kind() == Kind.FX;
  }

  private List<String> frozen(Collection<CatalogEntry> entries) {
    TreeSet<String> frozen = new TreeSet<>();
    for (CatalogEntry entry : entries) {
      if (entry instanceof BaselineEntry stated && entry.tenant().equals(options.tenant())) {
        stated.baseline().rows().stream()
            .filter(BaselineRow::isFrozen)
            .forEach(
                row ->
                    frozen.add(
                        "baseline '%s', %s %s"
                            .formatted(stated.baseline().id(), row.channel(), row.issue())));
      }
    }
    return List.copyOf(frozen);
  }

  private void requireFiles() {
    assumptions.check();
    if (files().isEmpty() && assumptions.isEmpty()) {
      throw options.wrong(
          "nothing is given; allowed: files by --rates, --baseline, --ledger, --policy, or"
              + " --human-rates, --baseline-usage, --realisation");
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    Stream.of(policies, rates, baselines, ledgers).forEach(files::addAll);
    return files;
  }
}

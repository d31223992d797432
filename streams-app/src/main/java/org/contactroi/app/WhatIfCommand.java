package org.contactroi.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.Kind;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.roi.BaselineRow;
import org.contactroi.roi.Horizon;
import org.contactroi.topology.Evaluation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "A file may have any of the sections of 'reference apply'. Nothing is published."
    })
public final class WhatIfCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Mixin private final TenantOptions options = new TenantOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rates", paramLabel = "FILE", description = "Other rates or exchange rates.")
  private List<Path> rates = List.of();

  @Option(names = "--baseline", paramLabel = "FILE", description = "Another baseline.")
  private List<Path> baselines = List.of();

  @Option(names = "--ledger", paramLabel = "FILE", description = "Further entries of the ledger.")
  private List<Path> ledgers = List.of();

  @Option(names = "--policy", paramLabel = "FILE", description = "Another version of the policy.")
  private List<Path> policies = List.of();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First local day (default: the first day of the horizon to date).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Last local day, included (default: the day event time has come to).")
  private @Nullable String to;

  @Option(names = "--track", description = "Only settled, or only provisional.")
  private @Nullable String track;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    requireFiles();
    tracks();
    AppConfig config = cluster.config();
    try (MoneyTopics topics =
        MoneyTopics.open(config, ReadingProgress.of(spec.commandLine().getErr()))) {
      return print(config, topics);
    }
  }

  /** Reads, evaluates and prints. */
  int print(AppConfig config, MoneySource source) {
    requireFiles();
    MoneyOfTenant money = options.read(config, source);
    ReferenceProposal proposal =
        ReferenceProposal.of(config, files(), money.entries(), source.watermarks());
    if (!proposal.problems().isEmpty()) {
      spec.commandLine().getErr().print(ReferenceReport.text(proposal.problems()));
      spec.commandLine().getErr().flush();
      return spec.exitCodeOnInvalidInput();
    }
    print(whatIf(money, proposal));
    return 0;
  }

  private void print(WhatIf whatIf) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(WhatIfReport.json(whatIf, tracks()).toPrettyString());
    } else {
      WhatIfReport.lines(whatIf, tracks()).forEach(out::println);
    }
    out.flush();
  }

  private WhatIf whatIf(MoneyOfTenant money, ReferenceProposal proposal) {
    List<CatalogEntry> applied = proposal.applied(money.entries());
    List<String> leftOut =
        proposal.toPublish().stream().anyMatch(change -> isPrice(change.entry()))
            ? frozen(Stream.of(money.entries(), applied).flatMap(Collection::stream).toList())
            : List.of();
    LocalDate last = last(money);
    List<Evaluation> both =
        money.evaluate(List.of(money.entries(), applied), leftOut.isEmpty(), last);
    Evaluation official = both.get(0);
    requireTotals(money, options.day("--from", from, official.firstDay()), last);
    return new WhatIf(statement(official, last), statement(both.get(1), last), leftOut);
  }

  /** The days asked for; without first day the horizon to date, whose first one may differ. */
  private StatementRecord statement(Evaluation evaluation, LocalDate last) {
    return from == null
        ? evaluation.statement(Horizon.TO_DATE, last).orElseThrow()
        : evaluation.sum(options.day("--from", from, last), last);
  }

  private LocalDate last(MoneyOfTenant money) {
    LocalDate last = options.day("--to", to, money.last());
    if (last.isAfter(money.last())) {
      throw options.wrong("--to is '%s'; event time has come to %s".formatted(last, money.last()));
    }
    return last;
  }

  private void requireTotals(MoneyOfTenant money, LocalDate first, LocalDate last) {
    if (first.isAfter(last)) {
      throw options.wrong("--from is '%s', after the last day %s".formatted(first, last));
    }
    TreeSet<LocalDate> days = new TreeSet<>();
    money
        .windows()
        .keySet()
        .forEach(
            key -> days.add(Instant.ofEpochMilli(key.start()).atZone(money.zone()).toLocalDate()));
    LocalDate next = days.ceiling(first);
    if (next == null || next.isAfter(last)) {
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
    if (files().isEmpty()) {
      throw options.wrong("no file is given; allowed: --rates, --baseline, --ledger, --policy");
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    Stream.of(policies, rates, baselines, ledgers).forEach(files::addAll);
    return files;
  }

  private List<Track> tracks() {
    try {
      return Track.parse(track);
    } catch (IllegalArgumentException e) {
      throw options.wrong("--track " + e.getMessage());
    }
  }
}

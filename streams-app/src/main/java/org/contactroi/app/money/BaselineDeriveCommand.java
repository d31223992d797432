package org.contactroi.app.money;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.reference.ReferencePublication;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.Backlog;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.BaselineText;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogChange;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.CatalogUpdate;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.DerivedRows;
import org.contactroi.roi.statement.DerivedScores;
import org.contactroi.yaml.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Derives a baseline. Exit code 1 when there is nothing to derive it from, 2 when it was called
 * wrongly.
 */
@Command(
    name = "derive",
    mixinStandardHelpOptions = true,
    description = {
      "Computes a baseline from published totals: of a period before the AI, or of an arm of an"
          + " experiment.",
      "Prints it; --out writes it as a file for 'reference apply', --publish publishes it."
    })
public final class BaselineDeriveCommand implements Callable<Integer> {

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final TenantOptions options = new TenantOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--from", required = true, paramLabel = "DAY", description = "First local day.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DAY",
      description = "Local day after the last.")
  private String to = "";

  @Option(names = "--id", required = true, description = "Id of the baseline, one of its own.")
  private String id = "";

  @Option(
      names = "--arm",
      description =
          "Only this arm of an experiment, for instance holdout; needs slice"
              + " attribute:experiment_arm.")
  private @Nullable String arm;

  @Option(
      names = "--valid-from",
      paramLabel = "DAY",
      description =
          "First day held against it (default: the day after the period; of an arm: its first"
              + " day).")
  private @Nullable String validFrom;

  @ArgGroup private final Target target = new Target();

  /** Where it goes. */
  static final class Target {

    @Option(names = "--out", paramLabel = "FILE", description = "Writes it; the file must be new.")
    private @Nullable Path out;

    @Option(names = "--publish", description = "Publishes it; it never changes from then on.")
    private boolean publish;
  }

  @Override
  public Integer call() {
    requireOptions();
    AppConfig config = run.configOfAllDays();
    ReadingProgress progress = ReadingProgress.of(spec.commandLine().getErr());
    Instant now = Instant.now();
    if (!target.publish) {
      try (PublishedTopics topics = PublishedTopics.ofMoney(config, progress)) {
        return derive(config, topics, changes -> {}, now);
      }
    }
    // The publication is opened first: what is read after it cannot change before it ends.
    try (ReferencePublication publication = ReferencePublication.open(config);
        PublishedTopics topics = PublishedTopics.ofMoney(config, progress)) {
      return derive(config, topics, publication::publish, now);
    }
  }

  /** Reads, derives, prints, and writes or publishes. */
  int derive(
      AppConfig config,
      PublishedSource source,
      Consumer<List<CatalogChange>> publisher,
      Instant now) {
    requireOptions();
    Backlog backlog = source.backlog(options.tenant());
    List<CatalogEntry> entries = source.entries(options::warn);
    requireTenant(source, entries);
    requireNewId(entries);
    PeriodTotals period = period(config, source, entries);
    Map<Family, Totals> sums = period.sums();
    DerivedScores scores = scores(sums);
    Baseline baseline = baseline(period, sums, scores, now);
    List<String> text = BaselineText.lines(new BaselineEntry(options.tenant(), baseline));
    Problems problems = new Problems();
    List<CatalogChange> changes =
        new CatalogUpdate(config.policies(), entries, source.watermarks())
            .changes(CatalogFile.read("baseline", String.join("\n", text), problems), problems);
    if (!problems.isEmpty()) {
      throw options.wrong("the baseline cannot be published: " + problems.all().get(0).message());
    }
    print(backlog.lines(period.zone()));
    print(BaselineReport.lines(options.tenant(), baseline, scores));
    put(text, changes, publisher);
    return 0;
  }

  /** What can be known to be wrong before anything is read. */
  private void requireOptions() {
    if (id.isBlank()) {
      throw options.wrong("--id is blank; allowed: an id of the baseline's own");
    }
    last();
    options.day("--valid-from", validFrom, first());
    Path out = target.out;
    if (out != null && Files.exists(out)) {
      throw options.wrong(
          "--out is '%s', which is there already; allowed: a new file".formatted(out));
    }
  }

  private LocalDate first() {
    return options.day("--from", from, LocalDate.MIN);
  }

  private LocalDate last() {
    LocalDate end = options.day("--to", to, LocalDate.MAX);
    if (!first().isBefore(end)) {
      throw options.wrong("--from is '%s', not before --to %s".formatted(first(), end));
    }
    return end.minusDays(1);
  }

  private PeriodTotals period(
      AppConfig config, PublishedSource source, List<CatalogEntry> entries) {
    String tenant = options.tenant();
    Policies policies = Catalog.policies(config.policies(), entries, (entry, refusal) -> {});
    ZoneId zone = policies.zone(tenant);
    PeriodTotals period =
        PeriodTotals.read(source, tenant, new PeriodTotals(first(), last(), arm, zone, Map.of()));
    LocalDate goLive = Catalog.money(tenant, entries).on(last(), zone).orElseThrow().goLive();
    PeriodLimits limits =
        new PeriodLimits(
            tenant, policies, Objects.requireNonNull(source.watermarks().get(tenant)), goLive);
    try {
      limits.check(period);
    } catch (IllegalArgumentException e) {
      throw options.wrong(String.valueOf(e.getMessage()));
    }
    checkSettled(limits.open(period));
    return period;
  }

  private void checkSettled(SortedSet<LocalDate> open) {
    if (open.isEmpty()) {
      return;
    }
    String message =
        "%d of the days are not settled, the first is %s".formatted(open.size(), open.first());
    if (target.publish) {
      throw options.wrong(
          "--publish is for good, and %s; allowed: days that are settled".formatted(message));
    }
    spec.commandLine().getErr().printf("warning: %s; what is derived can still change%n", message);
    spec.commandLine().getErr().flush();
  }

  private Baseline baseline(
      PeriodTotals period, Map<Family, Totals> sums, DerivedScores scores, Instant now) {
    List<BaselineRow> rows = DerivedRows.of(of(Saving.FAMILY, sums));
    if (rows.isEmpty()) {
      throw new IllegalStateException("no episode of the period used anything of people");
    }
    LocalDate usual = arm == null ? period.to().plusDays(1) : period.from();
    return new Baseline(
        id,
        arm == null ? BaselineMethod.PRE_PERIOD : BaselineMethod.CONTROL_GROUP,
        period.from(),
        period.to(),
        options.day("--valid-from", validFrom, usual),
        now.truncatedTo(ChronoUnit.SECONDS).toEpochMilli(),
        rows,
        scores.hundredths());
  }

  private static DerivedScores scores(Map<Family, Totals> sums) {
    return DerivedScores.of(
        of(Experience.FAMILY, sums),
        of(FirstContactResolution.FAMILY, sums),
        of(Sales.FAMILY, sums));
  }

  private static Totals of(Family family, Map<Family, Totals> sums) {
    return sums.getOrDefault(family, Totals.zero(family));
  }

  private void put(
      List<String> text, List<CatalogChange> changes, Consumer<List<CatalogChange>> publisher) {
    Path out = target.out;
    if (out != null) {
      write(out, text);
      print(List.of("", "written to " + out + "; 'reference apply' publishes it"));
    } else if (target.publish) {
      publisher.accept(changes);
      print(List.of("", "published; '%s' never changes from now on".formatted(id)));
    } else {
      print(List.of("", "nothing was written; --out writes a file, --publish publishes"));
    }
  }

  private void write(Path out, List<String> text) {
    try {
      Files.write(out, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new IllegalStateException("--out is '%s', which is there already".formatted(out), e);
    } catch (IOException e) {
      throw new UncheckedIOException("--out cannot be written: " + e, e);
    }
  }

  private void requireTenant(PublishedSource source, List<CatalogEntry> entries) {
    String tenant = options.tenant();
    SortedSet<String> known = new TreeSet<>(source.watermarks().keySet());
    if (!known.contains(tenant)) {
      throw options.unknown(known);
    }
    if (Catalog.money(tenant, entries).currency().isEmpty()) {
      throw new IllegalStateException(
          "the policy of '%s' has no money, so nothing can be held against a baseline; 'reference apply' publishes policies"
              .formatted(tenant));
    }
  }

  private void requireNewId(List<CatalogEntry> entries) {
    List<String> ids =
        entries.stream()
            .filter(entry -> entry.tenant().equals(options.tenant()))
            .filter(BaselineEntry.class::isInstance)
            .map(entry -> ((BaselineEntry) entry).baseline().id())
            .toList();
    if (ids.contains(id)) {
      throw options.wrong(
          "--id is '%s', which is published and never changes; allowed: an id other than %s"
              .formatted(id, String.join(", ", ids)));
    }
  }

  private void print(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }
}

package org.contactroi.app.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.explain.DifferenceExplanation;
import org.contactroi.app.explain.DifferenceJson;
import org.contactroi.app.explain.DifferenceText;
import org.contactroi.app.explain.RunFacts;
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.runs.Runs;
import org.contactroi.app.topics.PipelineOffsets;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.RunRecord;
import org.contactroi.topology.stage.KeptDays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Holds the figures of a replay against those of the live run, or of another replay. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Says of which hours, days and statements a replay and another run do not say the same.",
      "Exit code 0 when they are equal, 1 when not, 2 when it was called wrongly.",
      "With --explain 0 when what it lists adds up to the difference."
    })
public final class ReplayCompareCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      converter = ReplayName.Converter.class,
      description = "The replay.")
  private ReplayName name = new ReplayName("");

  @Option(
      names = "--with",
      paramLabel = "live|NAME",
      description =
          "The run it is held against (default: the one whose events it has counted again).")
  private @Nullable String with;

  @Option(
      names = "--tenant",
      paramLabel = "T",
      description = "Only this tenant; may be repeated (default: those of the replay).")
  private Set<String> tenants = new TreeSet<>();

  @Option(names = "--family", description = "Only this family, for instance handle-time.")
  private @Nullable String family;

  @Option(
      names = "--slice",
      description = "Only this slice; sums are of its values (default: all of them, sums of all).")
  private @Nullable String slice;

  @Option(names = "--from", paramLabel = "DATE", description = "First local day.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last local day, included.")
  private @Nullable LocalDate to;

  @Option(
      names = "--explain",
      paramLabel = "KEY",
      description = {
        "Lists the interactions or episodes that make one total another, and why.",
        "KEY is tenant/family/slice/value/window/start, as --json names it."
      })
  private @Nullable String explain;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "With --explain: shows the first N (default: ${DEFAULT-VALUE}).")
  private long limit = 50;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes a page for who decides, too; replaced if it is there.")
  private @Nullable Path html;

  @Option(names = "--json", description = "Prints one JSON document with every difference.")
  private boolean json;

  @Override
  public Integer call() {
    checkOptions();
    TotalsKey key = explain == null ? null : key(explain);
    AppConfig base = cluster.config();
    KnownRuns runs = Runs.known(base);
    RunRecord run = runs.finished(name.text());
    Optional<RunRecord> other = other(runs, run);
    String otherName = other.map(RunRecord::getName).orElse(ReplayName.LIVE);
    AppConfig config = runs.config(name.text());
    AppConfig otherConfig = runs.config(otherName);
    ReadingProgress progress =
        json ? ReadingProgress.SILENT : ReadingProgress.of(spec.commandLine().getErr());
    if (key != null) {
      KeptDays days = days(run, other);
      try (RunFacts first = facts(otherName, otherConfig, key, progress);
          RunFacts second = facts(name.text(), config, key, progress)) {
        if (!days.haveBegunOn(first.day()) || days.haveEndedBefore(first.day())) {
          throw wrong("--explain: both runs have the figures of %s alone".formatted(days));
        }
        return explain(DifferenceExplanation.of(first, second));
      }
    }
    ComparedPart part = part(run, other);
    try (ComparedRun first = ComparedRun.open(otherName, otherConfig, progress);
        ComparedRun second = ComparedRun.open(name.text(), config, progress)) {
      long since = other.equals(runs.before(run)) ? more(otherConfig, config, run) : 0;
      Comparison comparison = new Comparison(first, second, part, since);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        new ComparisonJson(comparison).write(out);
      } else {
        comparison.compareTotals(difference -> {});
        comparison.countAmounts();
        comparison.compareStatements(difference -> {});
        new ComparisonText(comparison).lines().forEach(out::println);
      }
      if (html != null) {
        write(html, new ComparisonHtml(comparison).page());
      }
      out.flush();
      return comparison.isEqual() ? 0 : 1;
    }
  }

  private void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw wrong("--html %s cannot be written: %s".formatted(file, e.getMessage()));
    }
  }

  private int explain(DifferenceExplanation explanation) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(DifferenceJson.of(explanation).toPrettyString());
    } else {
      new DifferenceText(explanation, limit).lines().forEach(out::println);
    }
    out.flush();
    return explanation.isEqual() ? 0 : 1;
  }

  /** What is wrong by itself is said before anything is asked of the cluster. */
  private void checkOptions() {
    if (limit < 0) {
      throw wrong("--limit is %d; allowed: 0 or more".formatted(limit));
    }
    if (html == null) {
      return;
    }
    if (explain != null) {
      throw wrong("--html shows the comparison and not what --explain lists; use one of them");
    }
    Path folder = html.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder)) {
      throw wrong("--html %s cannot be written: its folder is none, or not ours".formatted(html));
    }
  }

  private RunFacts facts(String run, AppConfig config, TotalsKey key, ReadingProgress progress) {
    try {
      return RunFacts.read(run, config, key, progress);
    } catch (IllegalArgumentException e) {
      throw wrong("--explain: " + e.getMessage());
    }
  }

  private TotalsKey key(String text) {
    try {
      TotalsKey key = Families.key(text);
      if (!key.family().isExplained()) {
        throw wrong(
            "--explain: %s is made of agents' states and not of interactions"
                .formatted(key.family().id()));
      }
      if (key.window() == WindowSize.MINUTE) {
        throw wrong("--explain: minutes are not compared; allowed: hours and days");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw wrong("--explain: " + e.getMessage());
    }
  }

  private Optional<RunRecord> other(KnownRuns runs, RunRecord run) {
    if (with == null) {
      return runs.before(run);
    }
    if (with.equals(ReplayName.LIVE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(runs.finished(new ReplayName.Converter().convert(with).text()));
    } catch (TypeConversionException e) {
      throw wrong("--with: " + e.getMessage());
    }
  }

  /** What a run has counted that the replay has not. */
  private static long more(AppConfig other, AppConfig replay, RunRecord run) {
    try (PipelineOffsets offsets = new PipelineOffsets(other);
        PipelineOffsets own = new PipelineOffsets(replay)) {
      Map<TopicPartition, Long> committed = offsets.committed();
      Map<TopicPartition, Long> counted = own.committed();
      return new Cut(run.getCut())
          .ends().entrySet().stream()
              .mapToLong(
                  end -> {
                    long until =
                        Math.max(
                            end.getValue(), counted.getOrDefault(end.getKey(), end.getValue()));
                    return Math.max(0, committed.getOrDefault(end.getKey(), until) - until);
                  })
              .sum();
    }
  }

  private ComparedPart part(RunRecord run, Optional<RunRecord> other) {
    Set<String> wanted = new HashSet<>(tenants);
    if (wanted.isEmpty()) {
      wanted.addAll(run.getTenants());
      if (wanted.isEmpty()) {
        other.map(RunRecord::getTenants).ifPresent(wanted::addAll);
      }
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw wrong("--from %s is after --to %s".formatted(from, to));
    }
    try {
      return new ComparedPart(
          wanted,
          family == null ? null : Families.of(family),
          slice == null ? "all" : SliceBy.of(slice).id(),
          slice != null,
          days(run, other),
          isOfSomeDays(run) || other.map(ReplayCompareCommand::isOfSomeDays).orElse(false));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isOfSomeDays(RunRecord run) {
    return !ReplayPlan.kept(run).areAll();
  }

  /** Those that are asked for and that both runs have. */
  private KeptDays days(RunRecord run, Optional<RunRecord> other) {
    KeptDays asked = new KeptDays(from, to);
    KeptDays kept = ReplayPlan.kept(run);
    return asked
        .and(kept)
        .flatMap(days -> days.and(other.map(ReplayPlan::kept).orElse(KeptDays.ALL)))
        .orElseThrow(
            () ->
                wrong(
                    "the runs have no days in common of those asked for: %s has %s%s"
                        .formatted(
                            name,
                            kept,
                            other
                                .map(o -> ", %s has %s".formatted(o.getName(), ReplayPlan.kept(o)))
                                .orElse(""))));
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}

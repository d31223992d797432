package org.contactroi.app.replay;

import java.io.PrintWriter;
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
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.runs.Runs;
import org.contactroi.app.topics.PipelineOffsets;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.RunRecord;
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
      "Exit code 0 when they are equal, 1 when not, 2 when it was called wrongly."
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

  @Option(names = "--json", description = "Prints one JSON document with every difference.")
  private boolean json;

  @Override
  public Integer call() {
    AppConfig base = cluster.config();
    KnownRuns runs = Runs.known(base);
    RunRecord run = runs.finished(name.text());
    Optional<RunRecord> other = other(runs, run);
    String otherName = other.map(RunRecord::getName).orElse(ReplayName.LIVE);
    AppConfig config = runs.config(name.text());
    AppConfig otherConfig = runs.config(otherName);
    ComparedPart part = part(run, other);
    ReadingProgress progress =
        json ? ReadingProgress.SILENT : ReadingProgress.of(spec.commandLine().getErr());
    try (ComparedRun first = ComparedRun.open(otherName, otherConfig, progress);
        ComparedRun second = ComparedRun.open(name.text(), config, progress)) {
      long since = other.equals(runs.before(run)) ? more(otherConfig, config, run) : 0;
      Comparison comparison = new Comparison(first, second, part, since);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        new ComparisonJson(comparison).write(out);
      } else {
        comparison.compareTotals(difference -> {});
        comparison.compareStatements(difference -> {});
        new ComparisonText(comparison).lines().forEach(out::println);
      }
      out.flush();
      return comparison.isEqual() ? 0 : 1;
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
          from,
          to);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}

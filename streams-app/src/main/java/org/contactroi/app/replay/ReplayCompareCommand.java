package org.contactroi.app.replay;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
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
      defaultValue = ReplayName.LIVE,
      description = "The run it is held against (default: ${DEFAULT-VALUE}).")
  private String with = ReplayName.LIVE;

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
    AppConfig live = cluster.config();
    live.kafka().requireReachable();
    RunRecord run;
    RunRecord other;
    try (Runs runs = Runs.open(live)) {
      run = finished(runs.get(name));
      other = with.equals(ReplayName.LIVE) ? null : finished(runs.get(other()));
    }
    ComparedPart part = part(run, other);
    ReadingProgress progress =
        json ? ReadingProgress.SILENT : ReadingProgress.of(spec.commandLine().getErr());
    try (ComparedRun first =
            other == null
                ? ComparedRun.open(ReplayName.LIVE, live, progress)
                : ComparedRun.open(with, live.replay(with, 1), progress);
        ComparedRun second = ComparedRun.open(name.text(), live.replay(name.text(), 1), progress)) {
      long since = other == null ? eventsSince(live, new Cut(run.getCut())) : 0;
      Comparison comparison = new Comparison(first, second, part, since);
      PrintWriter out = spec.commandLine().getOut();
      return (json ? comparison.write(out) : comparison.print(out)) ? 0 : 1;
    }
  }

  private ReplayName other() {
    try {
      return new ReplayName.Converter().convert(with);
    } catch (picocli.CommandLine.TypeConversionException e) {
      throw wrong("--with: " + e.getMessage());
    }
  }

  private static RunRecord finished(RunRecord run) {
    if (run.getFinishedAt() == null) {
      throw new IllegalStateException(
          "replay '%s' is not finished; 'replay start %s' goes on with it"
              .formatted(run.getName(), run.getName()));
    }
    return run;
  }

  /** What the live run has counted that the replay has not. */
  private static long eventsSince(AppConfig live, Cut cut) {
    try (PipelineOffsets offsets = new PipelineOffsets(live)) {
      Map<TopicPartition, Long> committed = offsets.committed();
      return cut.ends().entrySet().stream()
          .mapToLong(
              end ->
                  Math.max(
                      0, committed.getOrDefault(end.getKey(), end.getValue()) - end.getValue()))
          .sum();
    }
  }

  private ComparedPart part(RunRecord run, @Nullable RunRecord other) {
    Set<String> wanted = new HashSet<>(tenants);
    if (wanted.isEmpty()) {
      wanted.addAll(run.getTenants());
      if (other != null && wanted.isEmpty()) {
        wanted.addAll(other.getTenants());
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

package org.contactroi.app.runs;

import java.util.function.Consumer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.outputs.RunRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that read what a run publishes, or write what it counts and values by. */
public final class RunOptions {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--run",
      paramLabel = "live|NAME",
      description = "Which run's topics (default: the replay that is promoted, else live).")
  private @Nullable String run;

  private @Nullable AppConfig given;

  /** Takes the configuration of a run in place of all that options could say. */
  public void use(AppConfig config) {
    given = config;
  }

  /**
   * The configuration of the run.
   *
   * @throws IllegalStateException if there is none of the name, or brokers cannot be reached
   */
  public AppConfig config() {
    return config(any -> {});
  }

  /**
   * The same, of a run that has the figures of all days: what is stated to date needs them.
   *
   * @throws IllegalStateException also if it has those of some days alone
   */
  public AppConfig configOfAllDays() {
    return config(RunOptions::requireAllDays);
  }

  private AppConfig config(Consumer<RunRecord> check) {
    if (given != null) {
      return given;
    }
    AppConfig base = cluster.config();
    if (run != null && run.equals(ReplayName.LIVE)) {
      return base;
    }
    KnownRuns runs = Runs.known(base);
    String name = run == null ? runs.official() : run;
    runs.find(name).ifPresent(check);
    return runs.config(name);
  }

  private static void requireAllDays(RunRecord run) {
    if (run.getKeptFrom() != null || run.getKeptTo() != null) {
      throw new IllegalStateException(
          "replay '%s' has the figures of some days alone, and no return to date; 'kpis --run %s' and 'replay compare %s' show what it has"
              .formatted(run.getName(), run.getName(), run.getName()));
    }
  }
}

package org.contactroi.app.runs;

import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
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
    if (given != null) {
      return given;
    }
    AppConfig base = cluster.config();
    if (run != null && run.equals(ReplayName.LIVE)) {
      return base;
    }
    KnownRuns runs = Runs.known(base);
    return runs.config(run == null ? runs.official() : run);
  }
}

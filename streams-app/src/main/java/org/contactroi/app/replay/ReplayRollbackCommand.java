package org.contactroi.app.replay;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.Runs;
import org.contactroi.outputs.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes the last promotion back. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the last promotion back: the run that was official before is official again.",
      "The replay goes on as long as its process does; 'replay delete' deletes it."
    })
public final class ReplayRollbackCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    AppConfig base = cluster.config();
    try (Runs runs = Runs.open(base)) {
      RunRecord promoted =
          runs.known()
              .promoted()
              .orElseThrow(() -> new IllegalStateException("no replay is promoted"));
      runs.put(RunRecord.newBuilder(promoted).setPromotedAt(null).build());
      KnownRuns now = runs.known();
      PrintWriter out = spec.commandLine().getOut();
      out.printf("'%s' is official again, '%s' no more%n", now.official(), promoted.getName());
      out.flush();
      warnOfStandstill(now);
    }
    return 0;
  }

  private void warnOfStandstill(KnownRuns runs) {
    try (ReplayTopics topics = new ReplayTopics(runs.config(runs.official()))) {
      if (topics.members() == 0) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
            "warning: '%s' does not run, so its figures stand still until 'run%s' is started%n",
            runs.official(), runs.promoted().isEmpty() ? "" : " --run " + runs.official());
        err.flush();
      }
    }
  }
}

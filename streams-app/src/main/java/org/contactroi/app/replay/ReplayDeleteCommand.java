package org.contactroi.app.replay;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.runs.Runs;
import org.contactroi.outputs.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes what a replay has made. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = {
      "Deletes the topics of a replay, its offsets, and its state on this machine.",
      "The events stay, and so does what the live run has published."
    })
public final class ReplayDeleteCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      converter = ReplayName.Converter.class,
      description = "Which one.")
  private ReplayName name = new ReplayName("");

  @Override
  public Integer call() throws InterruptedException {
    AppConfig base = cluster.config();
    AppConfig config = base.replay(name.text(), 1);
    try (Runs runs = Runs.open(base);
        ReplayTopics topics = new ReplayTopics(config)) {
      requireUnneeded(runs.known());
      topics.awaitNobody(name);
      KnownRuns known = runs.known();
      requireUnneeded(known);
      boolean isKnown = known.find(name.text()).isPresent();
      if (isKnown) {
        // First, so that what a failure leaves of it is nobody's, and goes with the next start.
        runs.remove(name);
      }
      int deleted = topics.delete();
      if (!isKnown && deleted == 0) {
        known.get(name.text());
      }
      PrintWriter out = spec.commandLine().getOut();
      out.printf("deleted replay '%s' with %d topics%n", name, deleted);
      out.flush();
    }
    return 0;
  }

  private void requireUnneeded(KnownRuns known) {
    if (known.find(name.text()).map(RunRecord::getPromotedAt).isPresent()) {
      throw new IllegalStateException(
          "replay '%s' is promoted; 'replay rollback' first".formatted(name));
    }
    List<String> after = known.after(name.text());
    if (!after.isEmpty()) {
      throw new IllegalStateException(
          "what replay '%s' has refused is needed by %s; delete them first"
              .formatted(name, String.join(", ", after)));
    }
  }
}

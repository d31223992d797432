package org.contactroi.app.replay;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
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
    AppConfig live = cluster.config();
    AppConfig config = live.replay(name.text(), 1);
    try (Runs runs = Runs.open(live);
        ReplayTopics topics = new ReplayTopics(config)) {
      topics.awaitNobody(name);
      RunRecord run = runs.find(name);
      if (run != null) {
        // First, so that what a failure leaves of it is nobody's, and goes with the next start.
        runs.remove(name);
      }
      int deleted = topics.delete();
      if (run == null && deleted == 0) {
        runs.get(name);
      }
      PrintWriter out = spec.commandLine().getOut();
      out.printf("deleted replay '%s' with %d topics%n", name, deleted);
      out.flush();
    }
    return 0;
  }
}

package org.contactroi.app.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.pipeline.LocalState;
import org.contactroi.app.pipeline.Reset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes what a pipeline has made, so that it starts from the first event again. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = {
      "Deletes internal topics and committed offsets of application.id, and its local state on"
          + " this machine; events stay.",
      "Without --yes it only says what it would delete."
    })
public final class ResetCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--yes", description = "Deletes.")
  private boolean yes;

  @Option(names = "--outputs", description = "Also makes the output topics anew, empty.")
  private boolean outputs;

  @Override
  public Integer call() throws IOException {
    AppConfig config = cluster.config();
    config.kafka().requireReachable();
    try (Admin admin = Admin.create(config.kafka().admin())) {
      return reset(config, admin);
    }
  }

  /** Resets, or says what it would delete. */
  int reset(AppConfig config, Admin admin) throws IOException {
    Reset reset = new Reset(admin, config);
    PrintWriter out = spec.commandLine().getOut();
    int members = reset.activeMembers();
    if (members > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              "%d members of %s are running; stop them first%n",
              members, config.streams().applicationId());
      return 1;
    }
    Set<String> internal = reset.internalTopics();
    Set<String> emptied = outputs ? reset.outputTopics() : Set.of();
    LocalState state = LocalState.of(config.streams());
    String verb = yes ? "deleting" : "would delete";
    internal.forEach(topic -> out.printf("%s topic %s%n", verb, topic));
    out.printf("%s offsets of group %s%n", verb, config.streams().applicationId());
    emptied.forEach(topic -> out.printf("%s and make anew topic %s%n", verb, topic));
    if (state.exists()) {
      out.printf("%s folder %s%n", verb, state.folder());
    }
    if (yes) {
      delete(reset, internal, emptied, state);
    } else {
      out.println("nothing was deleted; add --yes");
    }
    out.flush();
    return 0;
  }

  private void delete(Reset reset, Set<String> internal, Set<String> emptied, LocalState state)
      throws IOException {
    reset.deleteOffsets();
    reset.deleteTopics(internal);
    if (outputs) {
      reset.deleteTopics(emptied);
      reset.createOutputs();
    }
    // Old stores beside new changelogs would hold what is about to be replayed.
    state.delete();
  }
}

package org.contactroi.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
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
      "Deletes internal topics and committed offsets of application.id; events stay.",
      "Without --yes it only says what it would delete."
    })
public final class ResetCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--yes", description = "Deletes.")
  private boolean yes;

  @Option(names = "--outputs", description = "Also makes the output topics anew, empty.")
  private boolean outputs;

  @Option(names = "--state-dir", description = "Also deletes the local state of this machine.")
  private boolean stateDir;

  @Override
  public Integer call() throws IOException {
    AppConfig config = cluster.config();
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
    Path state = config.streams().stateDir().resolve(config.streams().applicationId());
    String verb = yes ? "deleting" : "would delete";
    internal.forEach(topic -> out.printf("%s topic %s%n", verb, topic));
    out.printf("%s offsets of group %s%n", verb, config.streams().applicationId());
    emptied.forEach(topic -> out.printf("%s and make anew topic %s%n", verb, topic));
    if (stateDir) {
      out.printf("%s folder %s%n", verb, state);
    }
    if (yes) {
      delete(reset, internal, emptied, state);
    } else {
      out.println("nothing was deleted; add --yes");
    }
    out.flush();
    return 0;
  }

  private void delete(Reset reset, Set<String> internal, Set<String> emptied, Path state)
      throws IOException {
    reset.deleteOffsets();
    reset.deleteTopics(internal);
    if (outputs) {
      reset.deleteTopics(emptied);
      reset.createOutputs();
    }
    if (stateDir && Files.exists(state)) {
      deleteFolder(state);
    }
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}

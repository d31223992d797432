package org.contactroi.app.reference;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.topics.PublishedTopics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what files would change, for scripts that look whether they differ from the topic. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Checks files and shows what they would change, as a dry run of apply does.",
      "Exit code 0 when they change nothing, 1 when they do, 2 when something is wrong."
    })
public final class ReferenceDiffCommand implements Callable<Integer> {

  private static final int DIFFERS = 1;

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML files.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    AppConfig config = cluster.config();
    try (PublishedTopics topics = PublishedTopics.ofReference(config)) {
      return diff(ReferenceProposal.of(config, files, topics, this::warn));
    }
  }

  private int diff(ReferenceProposal proposal) {
    if (!proposal.problems().isEmpty()) {
      print(
          json
              ? ReferenceReport.json(proposal.problems())
              : ReferenceReport.text(proposal.problems()),
          !json);
      return spec.exitCodeOnInvalidInput();
    }
    print(
        json
            ? ReferenceReport.json(proposal.changes(), false)
            : ReferenceReport.differences(proposal.changes()),
        false);
    return proposal.toPublish().isEmpty() ? 0 : DIFFERS;
  }

  private void warn(String key, String reason) {
    print("warning: the record of %s is left out: %s%n".formatted(key, reason), true);
  }

  private void print(String text, boolean isError) {
    PrintWriter to = isError ? spec.commandLine().getErr() : spec.commandLine().getOut();
    to.print(text);
    to.flush();
  }
}

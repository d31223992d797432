package org.contactroi.app.reference;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.catalog.file.CatalogChange;
import org.contactroi.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes the reference records of files, all or none. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the reference records of files, shows what they change, and publishes all or none.",
      "Exit code 2 when something is wrong, with every error's file, line and allowed values."
    })
public final class ReferenceApplyCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML files.")
  private List<Path> files = List.of();

  @Option(names = "--dry-run", description = "Checks and shows; publishes nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  /** Where changes are published to. */
  public interface Publisher {
    void publish(List<CatalogChange> changes);
  }

  @Override
  public Integer call() {
    AppConfig config = cluster.config();
    if (dryRun) {
      try (PublishedTopics topics = PublishedTopics.ofReference(config)) {
        return apply(config, topics, changes -> {});
      }
    }
    // The publication is opened first: what is read after it cannot change before it ends.
    try (ReferencePublication publication = ReferencePublication.open(config);
        PublishedTopics topics = PublishedTopics.ofReference(config)) {
      return apply(config, topics, publication::publish);
    }
  }

  /** Reads, checks, shows and publishes. */
  int apply(AppConfig config, PublishedTopics topics, Publisher publisher) {
    ReferenceProposal proposal = ReferenceProposal.of(config, files, topics, this::warn);
    Problems problems = proposal.problems();
    if (!problems.isEmpty()) {
      print(json ? ReferenceReport.json(problems) : ReferenceReport.text(problems), !json);
      return spec.exitCodeOnInvalidInput();
    }
    List<CatalogChange> changes = proposal.toPublish();
    boolean isPublished = !dryRun && !changes.isEmpty();
    if (!json) {
      print(ReferenceReport.differences(proposal.changes()), false);
    }
    if (isPublished) {
      publisher.publish(changes);
    }
    print(
        json
            ? ReferenceReport.json(proposal.changes(), isPublished)
            : ReferenceReport.outcome(changes.size(), dryRun),
        false);
    return 0;
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

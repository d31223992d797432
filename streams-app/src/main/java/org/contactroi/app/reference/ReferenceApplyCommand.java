package org.contactroi.app.reference;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.catalog.file.CatalogChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes the reference records of files, all or none. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the reference records of files, shows what they change, and publishes all or none.",
      "Exit code 2 when something is wrong, with every error's file, line and allowed values."
    })
public final class ReferenceApplyCommand implements Callable<Integer> {

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final FileOptions files = new FileOptions();

  @Option(names = "--dry-run", description = "Checks and shows; publishes nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    files.requireReadable();
    AppConfig config = run.config();
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
  int apply(AppConfig config, PublishedTopics topics, Consumer<List<CatalogChange>> publisher) {
    ReferenceProposal proposal = files.proposal(config, topics);
    if (!proposal.problems().isEmpty()) {
      return files.refuse(proposal.problems());
    }
    List<CatalogChange> changes = proposal.toPublish();
    boolean isPublished = !dryRun && !changes.isEmpty();
    if (!files.isJson()) {
      files.print(ReferenceReport.differences(proposal.changes()));
    }
    if (isPublished) {
      publisher.accept(changes);
    }
    files.print(
        files.isJson()
            ? ReferenceReport.json(proposal.changes(), isPublished)
            : ReferenceReport.outcome(changes.size(), dryRun));
    return 0;
  }
}

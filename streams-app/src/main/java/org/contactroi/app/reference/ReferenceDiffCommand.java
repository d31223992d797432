package org.contactroi.app.reference;

import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.PublishedTopics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final FileOptions files = new FileOptions();

  @Override
  public Integer call() {
    files.requireReadable();
    AppConfig config = run.config();
    try (PublishedTopics topics = PublishedTopics.ofReference(config)) {
      return diff(files.proposal(config, topics));
    }
  }

  private int diff(ReferenceProposal proposal) {
    if (!proposal.problems().isEmpty()) {
      return files.refuse(proposal.problems());
    }
    files.print(
        files.isJson()
            ? ReferenceReport.json(proposal.changes(), false)
            : ReferenceReport.differences(proposal.changes()));
    return proposal.toPublish().isEmpty() ? 0 : DIFFERS;
  }
}

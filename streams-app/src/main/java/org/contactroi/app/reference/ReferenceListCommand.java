package org.contactroi.app.reference;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the reference records that are published. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the reference records that are published, with all their fields.")
public final class ReferenceListCommand implements Callable<Integer> {

  @Mixin private final RunOptions run = new RunOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--tenant", description = "Only those of this tenant.")
  private @Nullable String tenant;

  @Option(
      names = "--kind",
      description = "Only those of this kind: calendar, policy, fx, rate, baseline or ledger.")
  private @Nullable String kind;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    requireKind();
    try (PublishedTopics topics = PublishedTopics.ofReference(run.config())) {
      return list(topics);
    }
  }

  /** Reads and prints. */
  int list(PublishedTopics topics) {
    List<CatalogEntry> entries =
        topics.entries(this::warn).stream()
            .filter(entry -> tenant == null || entry.tenant().equals(tenant))
            .filter(entry -> kind == null || entry.kind().id().equals(kind))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? ReferenceReport.json(entries) : ReferenceReport.list(entries));
    out.flush();
    return 0;
  }

  private void requireKind() {
    List<String> kinds = Arrays.stream(Kind.values()).map(Kind::id).toList();
    if (kind != null && !kinds.contains(kind)) {
      throw new ParameterException(
          spec.commandLine(),
          "--kind is '%s'; allowed: %s".formatted(kind, String.join(", ", kinds)));
    }
  }

  private void warn(String key, String reason) {
    spec.commandLine().getErr().printf("warning: %s is left out: %s%n", key, reason);
  }
}

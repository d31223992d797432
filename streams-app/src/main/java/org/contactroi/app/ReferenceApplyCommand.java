package org.contactroi.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogChange;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.CatalogUpdate;
import org.contactroi.catalog.file.FileEntry;
import org.contactroi.catalog.file.Place;
import org.contactroi.catalog.file.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes the policies and calendars of files, all or none. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the policies and calendars of files, shows what they change, and publishes all or none.",
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

  /** Where entries are published to. */
  interface Publisher {
    void publish(List<CatalogEntry> entries);
  }

  @Override
  public Integer call() {
    AppConfig config = cluster.config();
    if (dryRun) {
      try (ReferenceTopic topic = ReferenceTopic.open(config)) {
        return apply(config, topic, entries -> {});
      }
    }
    // The publication is opened first: what is read after it cannot change before it ends.
    try (ReferencePublication publication = ReferencePublication.open(config);
        ReferenceTopic topic = ReferenceTopic.open(config)) {
      return apply(config, topic, publication::publish);
    }
  }

  /** Reads, checks, shows and publishes. */
  int apply(AppConfig config, ReferenceTopic topic, Publisher publisher) {
    Problems problems = new Problems();
    List<FileEntry> written = read(problems);
    CatalogUpdate update =
        new CatalogUpdate(config.policies(), topic.entries(this::warn), topic.watermarks());
    List<CatalogChange> changes = update.changes(written, problems);
    if (!problems.isEmpty()) {
      print(json ? ReferenceReport.json(problems) : ReferenceReport.text(problems), !json);
      return spec.exitCodeOnInvalidInput();
    }
    List<CatalogEntry> added = ReferenceReport.added(changes);
    boolean isPublished = !dryRun && !added.isEmpty();
    if (!json) {
      print(ReferenceReport.differences(changes), false);
    }
    if (isPublished) {
      publisher.publish(added);
    }
    print(
        json
            ? ReferenceReport.json(changes, isPublished)
            : ReferenceReport.outcome(added.size(), dryRun),
        false);
    return 0;
  }

  private List<FileEntry> read(Problems problems) {
    List<FileEntry> written = new ArrayList<>();
    for (Path file : files) {
      try {
        written.addAll(CatalogFile.read(file.toString(), Files.readString(file), problems));
      } catch (IOException e) {
        problems.add(new Place(file.toString(), 1), "the file cannot be read as UTF-8: " + e);
      }
    }
    return written;
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

package org.contactroi.app.reference;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.yaml.Problems;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files of reference records, and where what is found in them is said. */
final class FileOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML files.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  /**
   * Ends at once when there is nothing to read; where some files can be read, reading them names
   * what is wrong with every one.
   *
   * @throws ParameterException naming the first file
   */
  void requireReadable() {
    if (files.stream().noneMatch(Files::isReadable)) {
      throw new ParameterException(
          spec.commandLine(), "FILE '" + files.get(0) + "' cannot be read: no such file");
    }
  }

  boolean isJson() {
    return json;
  }

  /** Holds the files against what is published. */
  ReferenceProposal proposal(AppConfig config, PublishedTopics topics) {
    List<CatalogEntry> published =
        topics.entries(
            (key, reason) ->
                print("warning: the record of %s is left out: %s%n".formatted(key, reason), true));
    return ReferenceProposal.of(config, files, published, topics.watermarks());
  }

  /** Prints what is wrong, and gives the exit code. */
  int refuse(Problems problems) {
    print(json ? ReferenceReport.json(problems) : ReferenceReport.text(problems), !json);
    return spec.exitCodeOnInvalidInput();
  }

  void print(String text) {
    print(text, false);
  }

  private void print(String text, boolean isError) {
    PrintWriter to = isError ? spec.commandLine().getErr() : spec.commandLine().getOut();
    to.print(text);
    to.flush();
  }
}

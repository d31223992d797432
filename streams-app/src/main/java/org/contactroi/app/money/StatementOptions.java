package org.contactroi.app.money;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.Backlog;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.notation.ChoiceText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is wanted of statements, and how it is printed. */
final class StatementOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--track", description = "Only settled, or only provisional.")
  private @Nullable String track;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  /** Opens the topics; progress is shown beside what is printed. */
  PublishedTopics open(AppConfig config) {
    return PublishedTopics.ofMoney(config, ReadingProgress.of(spec.commandLine().getErr()));
  }

  List<Track> tracks() {
    return track == null
        ? List.of(Track.values())
        : List.of(choice("--track", track, List.of(Track.values())));
  }

  /** The constant that an option names. */
  <E extends Enum<E>> E choice(String option, String text, List<E> all) {
    return all.stream()
        .filter(each -> ChoiceText.of(each).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "%s is '%s'; allowed: %s".formatted(option, text, ChoiceText.of(all))));
  }

  /** Prints one of both, and before it what is in no figure yet. */
  void print(
      Backlog backlog, ZoneId zone, Supplier<ObjectNode> document, Supplier<List<String>> lines) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(backlog.first(document.get()).toPrettyString());
    } else {
      backlog.lines(zone).forEach(out::println);
      lines.get().forEach(out::println);
    }
    out.flush();
  }
}

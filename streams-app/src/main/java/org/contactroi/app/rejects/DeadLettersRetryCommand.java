package org.contactroi.app.rejects;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.ReadingProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Publishes records that could not be decoded once more, as they came. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes chosen dead letters once more, as they came: when a schema is registered now.",
      "Exit code 1 if some could not be published."
    })
final class DeadLettersRetryCommand implements Callable<Integer> {

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final RetryOptions options = new RetryOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (options.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "nothing is chosen; give --at, --reason, --since or --until");
    }
    Predicate<RefusedRecord> wanted = options.wanted(List.of());
    AppConfig config = run.config();
    List<RefusedRecord> letters = RefusedRecords.deadLetters(config, ReadingProgress.SILENT);
    Retry retry = new Retry(List.of());
    retry.addRefused(options.chosen(letters, wanted));
    try (RetryPublication publication = RetryPublication.open(config)) {
      return publication.publish(retry, spec.commandLine().getOut());
    }
  }
}

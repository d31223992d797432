package org.contactroi.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.app.rejects.RejectsRetry;
import org.contactroi.app.rejects.RetryOptions;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.format.lines.JsonLinesFormat;
import org.contactroi.simulator.input.EventFormats;
import org.contactroi.simulator.input.Input;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes refused events again: mended ones of files, or chosen ones as they were. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes refused events again with a new revision: mended ones of files that"
          + " 'rejects --out' wrote, or chosen ones as they were. The same again changes nothing.",
      "Exit code 1 if some could not be published, 2 if a line is bad; then none is."
    })
final class RejectsRetryCommand implements Callable<Integer> {

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final RetryOptions options = new RetryOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "JSON Lines of mended events.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty() == options.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "give either FILE, or --at, --tenant, --reason, --since or --until");
    }
    Input input = input();
    if (input.badLines().count() > 0) {
      PrintWriter err = spec.commandLine().getErr();
      input.badLines().report().forEach(err::println);
      err.println(input.badLines().text() + "; nothing was published");
      err.flush();
      return spec.exitCodeOnInvalidInput();
    }
    List<SpecificRecord> mended = new ArrayList<>();
    input.events().forEachRemaining(mended::add);
    return new RejectsRetry(options, mended).publish(run.config(), spec.commandLine().getOut());
  }

  private Input input() throws IOException {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new ParameterException(
            spec.commandLine(), "FILE '" + file + "' cannot be read: no such file");
      }
    }
    EventFormats formats = new EventFormats(List.of(new JsonLinesFormat()));
    try {
      return Input.read(files, formats, Optional.empty(), Progress.silent());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}

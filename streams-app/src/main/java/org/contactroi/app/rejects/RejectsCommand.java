package org.contactroi.app.rejects;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.topology.intake.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the events that were decoded but not accepted, or writes them to a file to be mended. */
@Command(
    name = "rejects",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the events that were refused, with reason, place and the event as JSON.",
      "'--out FILE' writes them as lines to be mended and published by 'rejects retry FILE'."
    })
public final class RejectsCommand implements Callable<Integer> {

  static final List<String> REASONS = Arrays.stream(Verdict.values()).map(Enum::name).toList();

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final FilterOptions filter = new FilterOptions();

  @Mixin private final ListingOptions listing = new ListingOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the events to a new file as JSON Lines instead of listing them.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    RefusedFilter wanted = filter.filter(REASONS);
    listing.check();
    if (file != null && Files.exists(file)) {
      throw new ParameterException(
          spec.commandLine(), "--out " + file + " is there already; allowed: a new file");
    }
    AppConfig config = run.config();
    List<RefusedRecord> chosen =
        RefusedRecords.rejects(config, ReadingProgress.SILENT).stream().filter(wanted).toList();
    if (file == null) {
      listing.print("rejects", chosen);
      return 0;
    }
    return write(file, chosen);
  }

  private int write(Path to, List<RefusedRecord> chosen) throws IOException {
    List<SpecificRecord> events = Retry.newest(chosen);
    List<String> lines = events.stream().map(event -> EventJson.of(event).toString()).toList();
    Files.write(to, lines);
    long without = chosen.stream().filter(refused -> refused.event().isEmpty()).count();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %d events of %d rejects%s%n",
        to,
        lines.size(),
        chosen.size(),
        without == 0 ? "" : "; of " + without + " no event is kept");
    out.flush();
    return 0;
  }
}

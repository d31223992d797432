package org.contactroi.app.rejects;

import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.ReadingProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the records that could not be decoded. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    subcommands = DeadLettersRetryCommand.class,
    description = "Lists the records that could not be decoded, with reason and place.")
public final class DeadLettersCommand implements Callable<Integer> {

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final FilterOptions filter = new FilterOptions();

  @Mixin private final ListingOptions listing = new ListingOptions();

  @Override
  public Integer call() {
    RefusedFilter wanted = filter.filter(List.of());
    listing.check();
    listing.print(
        "dead letters",
        RefusedRecords.deadLetters(run.config(), ReadingProgress.SILENT).stream()
            .filter(wanted)
            .toList());
    return 0;
  }
}

package org.contactroi.simulator.verify;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.contactroi.simulator.ClusterOptions;
import org.contactroi.simulator.ClusterSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Compares published totals, amounts and statements with the truth of a simulation.
 *
 * <p>Exit code 0 if they are the same, 1 if they are not or cannot be read, 2 if it was called
 * wrongly.
 */
@Command(
    name = "verify",
    description = "Compares what is published with the truth that simulate --truth wrote.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  /** Families with amounts. */
  private static final List<String> PRICED = List.of("cost", "saving");

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      required = true,
      description = "The truth, as JSON Lines.")
  private @Nullable Path truth;

  @Option(
      names = "--from",
      paramLabel = "DATE|INSTANT",
      description =
          "Compares windows that begin then or later; a date begins in UTC (default: all). Statements"
              + " are compared by their first day.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE|INSTANT",
      description = "Compares windows that begin before it (default: all).")
  private @Nullable String to;

  @Option(names = "--json", description = "Prints the differences as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    ClusterSettings settings = cluster.settings();
    Period period = period();
    Figures truth = truth();
    Verification verification = Verification.of(truth, published(settings, truth), period);
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(verification.json());
    } else {
      verification.lines().forEach(out::println);
    }
    out.flush();
    return verification.isSame() ? 0 : 1;
  }

  private Period period() {
    try {
      return Period.of(from, to);
    } catch (IllegalArgumentException e) {
      throw cluster.wrong(e);
    }
  }

  private Figures truth() {
    try {
      return truth == null ? Figures.none() : TruthReader.read(truth);
    } catch (IllegalArgumentException e) {
      throw cluster.wrong(e);
    }
  }

  /** Topics about which the truth says nothing are not read. */
  private static Figures published(ClusterSettings settings, Figures truth) {
    String prefix = settings.topicPrefix();
    try (Consumer<String, GenericRecord> consumer = settings.openConsumer()) {
      Documents totals = PublishedRecords.readTotals(consumer, prefix + "totals");
      Documents money = new Documents();
      for (String family : truth.money().isEmpty() ? List.<String>of() : PRICED) {
        Documents ofFamily =
            PublishedRecords.read(consumer, prefix + "kpi." + family, PublishedRecords::money);
        ofFamily
            .keys()
            .forEach(key -> money.put(PublishedRecords.key(key, family), ofFamily.find(key)));
      }
      Documents statements =
          truth.statements().isEmpty()
              ? new Documents()
              : PublishedRecords.read(consumer, prefix + "roi", PublishedRecords::json);
      return new Figures(totals, money, statements);
    }
  }
}

package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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
 * Compares published totals with the truth of a simulation.
 *
 * <p>Exit code 0 if they are the same, 1 if they are not or cannot be read, 2 if it was called
 * wrongly.
 */
@Command(
    name = "verify",
    description = "Compares the published totals with the truth that simulate --truth wrote.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      required = true,
      description = "The true totals, as JSON Lines.")
  private @Nullable Path truth;

  @Option(names = "--json", description = "Prints the differences as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    ClusterSettings settings = cluster.settings();
    Comparison comparison = Comparison.of(truth(), published(settings));
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(comparison.json());
    } else {
      comparison.differences().forEach(each -> out.println(each.line()));
      out.printf(
          Locale.ROOT,
          "%,d totals of hours and days compared, %,d differ, in %,d measures%n",
          comparison.keys(),
          comparison.differing(),
          comparison.differences().size());
    }
    out.flush();
    return comparison.isSame() ? 0 : 1;
  }

  private Map<String, ObjectNode> truth() {
    try {
      return truth == null ? Map.of() : TruthReader.read(truth);
    } catch (IllegalArgumentException e) {
      throw cluster.wrong(e);
    }
  }

  private static Map<String, ObjectNode> published(ClusterSettings settings) {
    try (Consumer<String, GenericRecord> consumer = settings.openConsumer()) {
      return PublishedTotals.read(consumer, settings.topicPrefix() + "totals");
    }
  }
}

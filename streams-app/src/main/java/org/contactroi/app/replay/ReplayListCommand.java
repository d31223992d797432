package org.contactroi.app.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the replays. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the replays: how far they are, what they count by, what they take up.")
public final class ReplayListCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    AppConfig live = cluster.config();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(document(live).toPrettyString());
    } else {
      lines(ListedReplay.all(live)).forEach(out::println);
    }
    out.flush();
    return 0;
  }

  /**
   * What {@code --json} prints.
   *
   * @throws IllegalStateException naming brokers that cannot be reached
   */
  public static ObjectNode document(AppConfig live) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode replays = document.putArray("replays");
    ListedReplay.all(live).forEach(each -> replays.add(each.json()));
    return document;
  }

  private static List<String> lines(List<ListedReplay> listed) {
    if (listed.isEmpty()) {
      return List.of("no replays");
    }
    TextTable table = new TextTable(column -> column != 2 && column != 3 && column != 5);
    table.add(List.of("replay", "state", "read", "events", "cut taken", "topics", "rules"));
    listed.forEach(each -> table.add(each.cells()));
    return table.lines();
  }
}

package org.contactroi.app.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.outputs.RunFile;
import org.contactroi.outputs.RunRecord;
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

  private static final double MIB = 1 << 20;

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  /**
   * A replay as it is now.
   *
   * @param done events before the cut that have been worked on
   * @param bytes of its topics
   */
  private record Listed(RunRecord run, String state, long done, long events, long bytes) {

    static Listed of(AppConfig live, RunRecord run) {
      AppConfig config = live.replay(run.getName(), 1);
      Cut cut = new Cut(run.getCut());
      try (ReplayTopics topics = new ReplayTopics(config);
          ReplayRun replay = new ReplayRun(config, cut)) {
        boolean isFinished = run.getFinishedAt() != null;
        String otherwise = topics.members() > 0 ? "running" : "stopped";
        return new Listed(
            run,
            isFinished ? "finished" : otherwise,
            isFinished ? cut.events() : replay.done(),
            cut.events(),
            topics.bytes());
      }
    }

    String rules() {
      List<String> rules = new ArrayList<>();
      run.getReferenceFiles().stream().map(RunFile::getName).forEach(rules::add);
      run.getTenants().forEach(tenant -> rules.add("tenant " + tenant));
      return rules.isEmpty() ? "as published" : String.join(", ", rules);
    }

    List<String> cells() {
      return List.of(
          run.getName(),
          state,
          String.format(Locale.ROOT, "%d %%", events == 0 ? 100 : 100 * done / events),
          String.format(Locale.ROOT, "%,d", events),
          run.getCreatedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
          String.format(Locale.ROOT, "%,.1f MiB", bytes / MIB),
          rules());
    }

    ObjectNode json() {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.put("name", run.getName()).put("state", state);
      document.put("events", events).put("read", done).put("refused", run.getRefused());
      document.put("created_at", run.getCreatedAt().toString());
      document.put(
          "finished_at", run.getFinishedAt() == null ? null : run.getFinishedAt().toString());
      document.put("application_id", run.getApplicationId());
      document.put("topic_prefix", run.getTopicPrefix()).put("bytes", bytes);
      ArrayNode cut = document.putArray("cut");
      run.getCut()
          .forEach(
              part ->
                  cut.addObject()
                      .put("topic", part.getTopic())
                      .put("partition", part.getPartition())
                      .put("begin", part.getBegin())
                      .put("end", part.getEnd()));
      ArrayNode files = document.putArray("reference_files");
      run.getReferenceFiles()
          .forEach(
              file ->
                  files.addObject().put("name", file.getName()).put("sha256", file.getSha256()));
      ArrayNode tenants = document.putArray("tenants");
      run.getTenants().forEach(tenants::add);
      return document;
    }
  }

  @Override
  public Integer call() {
    AppConfig live = cluster.config();
    List<Listed> listed;
    try (Runs runs = Runs.open(live)) {
      listed = runs.all().values().stream().map(run -> Listed.of(live, run)).toList();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      listed.forEach(each -> all.add(each.json()));
      out.println(all.toPrettyString());
    } else if (listed.isEmpty()) {
      out.println("no replays");
    } else {
      TextTable table = new TextTable(column -> column != 2 && column != 3 && column != 5);
      table.add(List.of("replay", "state", "read", "events", "cut taken", "topics", "rules"));
      listed.forEach(each -> table.add(each.cells()));
      table.lines().forEach(out::println);
    }
    out.flush();
    return 0;
  }
}

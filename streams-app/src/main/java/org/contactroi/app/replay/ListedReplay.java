package org.contactroi.app.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.Runs;
import org.contactroi.outputs.RunFile;
import org.contactroi.outputs.RunRecord;
import org.contactroi.topology.stage.KeptDays;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is now.
 *
 * @param state running, stopped, finished, or going-on after that
 * @param done events before the cut that have been worked on
 * @param bytes of its topics
 */
record ListedReplay(
    RunRecord run, String state, boolean isOfficial, long done, long events, long bytes) {

  private static final double MIB = 1 << 20;

  /**
   * All replays, by name.
   *
   * @throws IllegalStateException naming brokers that cannot be reached
   */
  static List<ListedReplay> all(AppConfig base) {
    KnownRuns runs = Runs.known(base);
    return runs.replays().values().stream().map(run -> of(runs, run)).toList();
  }

  private static ListedReplay of(KnownRuns runs, RunRecord run) {
    AppConfig config = runs.config(run.getName());
    Cut cut = new Cut(run.getCut());
    try (ReplayTopics topics = new ReplayTopics(config);
        ReplayRun replay = new ReplayRun(config, cut)) {
      boolean isFinished = run.getFinishedAt() != null;
      boolean isRunning = topics.members() > 0;
      String state;
      if (isFinished) {
        state = isRunning ? "going-on" : "finished";
      } else {
        state = isRunning ? "running" : "stopped";
      }
      return new ListedReplay(
          run,
          state,
          runs.official().equals(run.getName()),
          isFinished ? cut.events() : replay.done(),
          cut.events(),
          topics.bytes());
    }
  }

  String rules() {
    List<String> rules = new ArrayList<>();
    run.getReferenceFiles().stream().map(RunFile::getName).forEach(rules::add);
    run.getTenants().forEach(tenant -> rules.add("tenant " + tenant));
    KeptDays kept = ReplayPlan.kept(run);
    if (!kept.areAll()) {
      rules.add(kept.toString());
    }
    return rules.isEmpty() ? "as published" : String.join(", ", rules);
  }

  List<String> cells() {
    return List.of(
        run.getName(),
        isOfficial ? state + ", official" : state,
        String.format(Locale.ROOT, "%d %%", events == 0 ? 100 : 100 * done / events),
        String.format(Locale.ROOT, "%,d", events),
        run.getCreatedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
        String.format(Locale.ROOT, "%,.1f MiB", bytes / MIB),
        rules());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  ObjectNode json() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("name", run.getName()).put("state", state).put("official", isOfficial);
    document.put("events", events).put("read", done).put("refused", run.getRefused());
    document.put("created_at", run.getCreatedAt().toString());
    document.put("finished_at", text(run.getFinishedAt()));
    document.put("promoted_at", text(run.getPromotedAt()));
    document.put("application_id", run.getApplicationId());
    document.put("topic_prefix", run.getTopicPrefix()).put("bytes", bytes);
    document.put("kept_from", text(run.getKeptFrom())).put("kept_to", text(run.getKeptTo()));
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
            file -> files.addObject().put("name", file.getName()).put("sha256", file.getSha256()));
    ArrayNode tenants = document.putArray("tenants");
    run.getTenants().forEach(tenants::add);
    return document;
  }
}

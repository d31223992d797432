package org.contactroi.app.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.app.config.AppConfig;
import org.contactroi.outputs.RunRecord;

/**
 * The run of a configuration and its replays. One of them is official: {@code serve} and the
 * commands read what it publishes. It is the replay that was promoted last, or the run itself when
 * none is promoted.
 *
 * @param base the configuration of the run that is no replay
 * @param replays by name
 */
public record KnownRuns(AppConfig base, SortedMap<String, RunRecord> replays) {

  private static final Comparator<RunRecord> BY_PROMOTION =
      Comparator.comparing(RunRecord::getPromotedAt).thenComparing(RunRecord::getName);

  /** Those of the configuration; another with the same inputs may have replays in the topic. */
  public KnownRuns {
    SortedMap<String, RunRecord> own = new TreeMap<>(replays);
    own.values().removeIf(run -> !run.getTopicPrefix().equals(prefix(base, run.getName())));
    replays = own;
  }

  private static String prefix(AppConfig base, String name) {
    return base.topics().names().ofReplay(name).prefix();
  }

  /** The replay that is official; empty when it is the run itself. */
  public Optional<RunRecord> promoted() {
    return replays.values().stream().filter(run -> run.getPromotedAt() != null).max(BY_PROMOTION);
  }

  /** The name of the official run. */
  public String official() {
    return promoted().map(RunRecord::getName).orElse(ReplayName.LIVE);
  }

  /** A replay; empty if there is none of the name. */
  public Optional<RunRecord> find(String name) {
    return Optional.ofNullable(replays.get(name));
  }

  /**
   * A replay that has to be there.
   *
   * @throws IllegalStateException naming those that are
   */
  public RunRecord get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "there is no replay '%s'; there are: %s"
                        .formatted(
                            name,
                            replays.isEmpty() ? "none" : String.join(", ", replays.keySet()))));
  }

  /**
   * A replay that has to have counted everything before its cut.
   *
   * @throws IllegalStateException if it is not there, or has not
   */
  public RunRecord finished(String name) {
    RunRecord run = get(name);
    if (run.getFinishedAt() == null) {
      throw new IllegalStateException(
          "replay '%s' is not finished; 'replay start %s' goes on with it".formatted(name, name));
    }
    return run;
  }

  /**
   * The configuration of a run.
   *
   * @param name of a replay, or {@code live}
   * @throws IllegalStateException if there is none of the name
   */
  public AppConfig config(String name) {
    return name.equals(ReplayName.LIVE)
        ? base
        : base.replay(get(name).getName(), base.streams().threads());
  }

  /** The replay whose verdicts another one honours; empty when it is the run itself. */
  public Optional<RunRecord> before(RunRecord run) {
    return replays.values().stream()
        .filter(other -> other.getTopicPrefix().equals(run.getOfTopicPrefix()))
        .findFirst();
  }

  /** Names of the replays that honour the verdicts of another one. */
  public List<String> after(String name) {
    return replays.values().stream()
        .filter(run -> run.getOfTopicPrefix().equals(prefix(base, name)))
        .map(RunRecord::getName)
        .toList();
  }
}

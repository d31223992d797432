package org.contactroi.app.replay;

import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.KnownRuns;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.runs.Runs;
import org.contactroi.outputs.RunRecord;
import org.contactroi.topology.stage.KeptDays;
import org.contactroi.topology.stage.PastVerdicts;

/**
 * A run that goes on where it has ended.
 *
 * @param past what is decided of records already
 */
public record GoingOn(AppConfig config, PastVerdicts past) {

  /**
   * The run that is no replay, or a replay that has finished: it goes on with what came after its
   * cut, and judges it by itself.
   *
   * @param name of the replay, or {@code live}
   * @throws IllegalStateException if there is none of the name, it is not finished, or has not all
   *     tenants and days
   */
  public static GoingOn of(AppConfig base, String name) {
    if (name.equals(ReplayName.LIVE)) {
      return new GoingOn(base, PastVerdicts.NONE);
    }
    KnownRuns runs = Runs.known(base);
    RunRecord run = whole(runs.finished(name));
    Cut cut = new Cut(run.getCut());
    return new GoingOn(
        runs.config(name),
        CutVerdicts.goingOn(cut, RefusedOffsets.read(runs, runs.before(run), cut)));
  }

  private static RunRecord whole(RunRecord run) {
    if (!run.getTenants().isEmpty()) {
      throw new IllegalStateException(
          "replay '%s' has no tenants but %s, so it cannot take the place of a run of all"
              .formatted(run.getName(), String.join(", ", run.getTenants())));
    }
    KeptDays kept = ReplayPlan.kept(run);
    if (!kept.areAll()) {
      throw new IllegalStateException(
          "replay '%s' has the figures of %s alone, so it cannot take the place of a run of all"
              .formatted(run.getName(), kept));
    }
    return run;
  }
}

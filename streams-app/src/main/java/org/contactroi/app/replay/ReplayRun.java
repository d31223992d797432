package org.contactroi.app.replay;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Drained;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.app.topics.PipelineOffsets;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.topology.stage.PastVerdicts;
import org.jspecify.annotations.Nullable;

/** Counts what lies before a cut, from where the process before has left it. */
final class ReplayRun implements AutoCloseable {

  /** It was asked to end before the end. */
  private static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  private final AppConfig config;
  private final Cut cut;
  private final PipelineOffsets offsets;

  /**
   * A run.
   *
   * @param config of the replay
   */
  ReplayRun(AppConfig config, Cut cut) {
    this.config = config;
    this.cut = cut;
    this.offsets = new PipelineOffsets(config);
  }

  /**
   * Runs until everything is counted or the process is asked to end.
   *
   * @return whether everything is counted
   * @throws IllegalStateException with the cause if it fails
   */
  boolean run(PastVerdicts verdicts, ReplayProgress progress, StopSignal stop)
      throws InterruptedException {
    try (Pipeline pipeline = Pipeline.replaying(config, verdicts);
        Drained drained = new Drained(config, cut.ends())) {
      pipeline.start();
      drained.await(() -> look(pipeline, progress, stop));
      progress.show(done(), reached());
      return true;
    } catch (Stopped e) {
      return false;
    } finally {
      progress.clear();
    }
  }

  private void look(Pipeline pipeline, ReplayProgress progress, StopSignal stop) {
    pipeline.requireNoFailure();
    if (stop.isStopped()) {
      throw new Stopped();
    }
    if (progress.isDue()) {
      progress.show(done(), reached());
    }
  }

  /** Events before the cut that have been worked on. */
  long done() {
    return cut.events(offsets.committed());
  }

  /** Event time of the tenant that is furthest behind. */
  @Nullable Instant reached() {
    try (PublishedTopics topics = PublishedTopics.open(config, ReadingProgress.SILENT)) {
      Map<String, Instant> reached = topics.watermarks();
      return reached.isEmpty() ? null : Collections.min(reached.values());
    }
  }

  @Override
  public void close() {
    offsets.close();
  }
}

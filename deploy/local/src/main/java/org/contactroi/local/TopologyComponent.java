package org.contactroi.local;

import java.time.Duration;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.jspecify.annotations.Nullable;

/** The topology in this process. */
final class TopologyComponent implements Component {

  /** After kill -9 the group waits for the session of the dead member to end. */
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final AppConfig config;
  private final boolean isAwaited;
  private @Nullable Pipeline pipeline;

  /**
   * The topology of a configuration.
   *
   * @param isAwaited whether it has started only when it runs, not when it begins to
   */
  TopologyComponent(AppConfig config, boolean isAwaited) {
    this.config = config;
    this.isAwaited = isAwaited;
  }

  @Override
  public String name() {
    return "topology";
  }

  /** The pipeline, from preparation to close. */
  synchronized Pipeline pipeline() {
    if (pipeline == null) {
      throw new IllegalStateException("the topology does not run");
    }
    return pipeline;
  }

  @Override
  public synchronized void prepare() {
    pipeline = new Pipeline(config);
  }

  @Override
  public String start() {
    pipeline().start();
    if (isAwaited) {
      awaitRunning();
    }
    return "%s, %d threads".formatted(config.streams().applicationId(), config.streams().threads());
  }

  private void awaitRunning() {
    try {
      pipeline().awaitRunning(START_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the topology was starting", e);
    }
  }

  @Override
  public synchronized void close() {
    if (pipeline != null) {
      pipeline.close();
      pipeline = null;
    }
  }
}

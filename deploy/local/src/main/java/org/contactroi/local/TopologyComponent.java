package org.contactroi.local;

import java.time.Duration;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.run.Pipeline;
import org.jspecify.annotations.Nullable;

/** The topology in this process. */
final class TopologyComponent implements Component {

  /** After kill -9 the group waits for the session of the dead member to end. */
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final AppConfig config;
  private @Nullable Pipeline pipeline;

  TopologyComponent(AppConfig config) {
    this.config = config;
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
    try {
      pipeline().awaitRunning(START_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the topology was starting", e);
    }
    return "%s, %d threads".formatted(config.streams().applicationId(), config.streams().threads());
  }

  @Override
  public synchronized void close() {
    if (pipeline != null) {
      pipeline.close();
      pipeline = null;
    }
  }
}

package org.contactroi.app.replay;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells that the process is asked to end, and lets it end in order first. */
final class StopSignal implements AutoCloseable {

  private static final long CLOSE_SECONDS = 40;

  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean stopped;

  StopSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndAwait, "shutdown"));
  }

  /** Whether it was asked to end. */
  boolean isStopped() {
    return stopped;
  }

  /** Everything is closed. */
  @Override
  public void close() {
    closed.countDown();
  }

  @SuppressWarnings("ResultOfMethodCallIgnored") // the process ends in either case
  private void stopAndAwait() {
    stopped = true;
    try {
      closed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.contactroi.app.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs something until the process is asked to end, then closes it. */
public final class Lifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final long CLOSE_SECONDS = 30;

  private final CountDownLatch ending = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Waits for SIGINT, SIGTERM or {@link #end}, then closes. The process does not exit before that,
   * but at most 30 s later.
   *
   * @param saying is run when it is closed, before the process exits
   */
  public void runUntilEnd(AutoCloseable running, Runnable saying) throws InterruptedException {
    Thread hook = new Thread(this::endAndAwait, "shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      ending.await();
      running.close();
      saying.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("stopping failed: " + e.getMessage(), e);
    } finally {
      closed.countDown();
    }
  }

  /** Ends it from within. */
  public void end() {
    ending.countDown();
  }

  private void endAndAwait() {
    end();
    try {
      if (!closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Not closed within {} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.contactroi.benchmarks.live;

/** Looks at what is published, in a thread of its own, from its start until it is closed. */
public abstract class Watch implements AutoCloseable {

  private final Thread thread = new Thread(this::watch, getClass().getSimpleName());
  private volatile boolean open = true;

  /** Looks until it is closed. */
  abstract void watch();

  final boolean isOpen() {
    return open;
  }

  /** Begins to look. */
  public final void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits until it has ended its last look. */
  @Override
  public final void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

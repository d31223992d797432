package org.contactroi.topology.stage;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How long the stages of a thread will take to do what they hold, by their own guess. They do it
 * before one commit, so it is their sum that has to fit into a transaction.
 */
final class PendingWork {

  private final long most;
  private final AtomicLong nanos = new AtomicLong();

  /**
   * None.
   *
   * @param most how much there is to be before a commit; ns
   */
  PendingWork(long most) {
    this.most = most;
  }

  /** Adds work, or takes it away again; ns. */
  void add(long added) {
    nanos.addAndGet(added);
  }

  /** Whether it is time for a commit. */
  boolean isMuch() {
    return nanos.get() >= most;
  }
}

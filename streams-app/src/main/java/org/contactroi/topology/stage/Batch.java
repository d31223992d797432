package org.contactroi.topology.stage;

/**
 * How much a stage holds before it works on it: as much as memory allows, as is surely worked on
 * within a transaction, and as leaves time for the other stages of the thread. Not thread safe.
 */
final class Batch {

  /** Little enough for whatever a stage does with it, also where it failed by too much before. */
  private static final int FIRST = 1_000;

  /** Work that is this part of what is allowed says how long more of it takes. */
  private static final int TELLING_PART = 40;

  /** Changes of the guess that are a smaller part of what is allowed are told of later. */
  private static final int TOLD_PART = 1_000;

  private final int largest;
  private final long workNanos;
  private final PendingWork ofThread;
  private int limit;
  private double nanosEach;
  private long told;

  /**
   * An empty one.
   *
   * @param largest how much it holds at most
   * @param workNanos how long the work on it may take
   * @param ofThread what all stages of the thread hold
   */
  Batch(int largest, long workNanos, PendingWork ofThread) {
    this.largest = largest;
    this.workNanos = workNanos;
    this.ofThread = ofThread;
    this.limit = Math.min(FIRST, largest);
  }

  /** Whether it is to be worked on, now that it holds so much. */
  boolean isFull(int held) {
    if (held >= limit) {
      return true;
    }
    long guess = (long) (held * nanosEach);
    if (guess - told < workNanos / TOLD_PART) {
      return false;
    }
    ofThread.add(guess - told);
    told = guess;
    return ofThread.isMuch();
  }

  /**
   * It was worked on.
   *
   * @param held how much it held
   * @param nanos how long that took
   */
  void worked(int held, long nanos) {
    forget();
    if (nanos < workNanos / TELLING_PART && held < limit) {
      return;
    }
    nanosEach = (double) Math.max(1, nanos) / Math.max(1, held);
    limit = (int) Math.min(largest, Math.max(1, Math.min(workNanos / nanosEach, 2.0 * limit)));
  }

  /** What it holds is not worked on by this thread. */
  void forget() {
    ofThread.add(-told);
    told = 0;
  }
}

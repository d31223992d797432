package org.contactroi.topology.stage;

import java.time.Duration;

/**
 * When stages ask for a commit, which is when they work on what has arrived. Live, after a short
 * time. In a backlog work is the cheaper the more of it is done at once, so they wait longer while
 * any of them still reads what was published a while ago. All stages of a process share it, since a
 * commit is one of all tasks of a thread. Thread safe.
 */
public final class CommitPace {

  /** What was published longer ago is backlog. */
  private static final long BEHIND_MS = 5_000;

  /** Little enough for whatever a stage does with it, also where it failed by too much before. */
  private static final int FIRST_BATCH = 1_000;

  /** Work of several stages is done before one commit, and a transaction has ten times as long. */
  private static final long WORK_NANOS = 2_000_000_000;

  /** Shorter work says little of how long more of it takes. */
  private static final long TELLING_NANOS = WORK_NANOS / 10;

  private final long liveMs;
  private final long backlogMs;
  private final int batch;
  private final boolean isByClock;
  private final Abreast abreast = new Abreast();
  private volatile long behindAt = Long.MIN_VALUE / 2;

  /**
   * A pace.
   *
   * @param live how long something waits at most
   * @param backlog the same while there is a backlog, if that is longer; well within a transaction
   * @param batch how much a stage holds at most before it works on it
   */
  public CommitPace(Duration live, Duration backlog, int batch) {
    this(live, backlog, batch, false);
  }

  private CommitPace(Duration live, Duration backlog, int batch, boolean isByClock) {
    if (live.isNegative() || live.isZero()) {
      throw new IllegalArgumentException("commit interval must be positive, is " + live);
    }
    this.liveMs = live.toMillis();
    this.backlogMs = Math.max(liveMs, backlog.toMillis());
    this.batch = batch;
    this.isByClock = isByClock;
  }

  /**
   * The pace of a driver that commits after every record and never fails: work is done when its
   * clock goes on.
   */
  public static CommitPace byClock(Duration every, int batch) {
    return new CommitPace(every, every, batch, true);
  }

  /** Whether commits are none, and work is done by the clock. */
  boolean isByClock() {
    return isByClock;
  }

  /** How often stages look whether a commit is due. */
  Duration every() {
    return Duration.ofMillis(liveMs);
  }

  /** How much a stage holds before it works on it, as long as it has not said how fast it is. */
  int firstBatch() {
    return Math.min(FIRST_BATCH, batch);
  }

  /**
   * How much a stage holds before it works on it, so that the work is done well within a
   * transaction.
   *
   * @param before the same until now
   * @param done how much was worked on
   * @param nanos how long that took
   */
  int nextBatch(int before, int done, long nanos) {
    if (nanos < TELLING_NANOS && done < before) {
      return before;
    }
    double possible = (double) done * WORK_NANOS / Math.max(1, nanos);
    return (int) Math.min(batch, Math.max(1, Math.min(possible, 2.0 * before)));
  }

  /** Keeps the threads that read the input abreast. */
  public Abreast abreast() {
    return abreast;
  }

  /** Notes that a record is read at wall clock {@code now} that was published before; UTC ms. */
  void read(long published, long now) {
    if (now - published >= BEHIND_MS) {
      behindAt = now;
    }
  }

  /**
   * Whether what waits since {@code since} is to be committed at {@code now}; wall clock, UTC ms.
   */
  boolean isDue(long since, long now) {
    return now - since >= (now - behindAt < 2 * liveMs ? backlogMs : liveMs);
  }
}

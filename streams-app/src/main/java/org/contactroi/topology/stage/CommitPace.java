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

  /** What is guessed to take this part of a transaction's time is done well within it. */
  private static final int PART_OF_TRANSACTION = 4;

  private final long liveMs;
  private final long backlogMs;
  private final int batch;
  private final long workNanos;
  private final boolean isByClock;
  private final ThreadLocal<PendingWork> pending;
  private final Abreast abreast = new Abreast();
  private volatile long behindAt = Long.MIN_VALUE / 2;

  /**
   * A pace.
   *
   * @param live how long something waits at most
   * @param backlog the same while there is a backlog, if that is longer; well within a transaction
   * @param batch how much a stage holds at most before it works on it
   * @param transaction how long a transaction may take
   */
  public CommitPace(Duration live, Duration backlog, int batch, Duration transaction) {
    this(live, backlog, batch, transaction, false);
  }

  private CommitPace(
      Duration live, Duration backlog, int batch, Duration transaction, boolean isByClock) {
    if (live.isNegative() || live.isZero()) {
      throw new IllegalArgumentException("commit interval must be positive, is " + live);
    }
    this.liveMs = live.toMillis();
    this.backlogMs = Math.max(liveMs, backlog.toMillis());
    this.batch = batch;
    this.workNanos = transaction.toNanos() / PART_OF_TRANSACTION;
    this.isByClock = isByClock;
    this.pending = ThreadLocal.withInitial(() -> new PendingWork(workNanos));
  }

  /**
   * The pace of a driver that commits after every record and never fails: work is done when its
   * clock goes on.
   */
  public static CommitPace byClock(Duration every, int batch) {
    return new CommitPace(every, every, batch, Duration.ofDays(1), true);
  }

  /** Whether commits are none, and work is done by the clock. */
  boolean isByClock() {
    return isByClock;
  }

  /** How often stages look whether a commit is due. */
  Duration every() {
    return Duration.ofMillis(liveMs);
  }

  /** What a stage of this thread holds. */
  Batch batch() {
    return new Batch(batch, workNanos, pending.get());
  }

  /** Keeps the partitions of the inputs abreast. */
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

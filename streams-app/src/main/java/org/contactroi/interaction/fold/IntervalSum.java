package org.contactroi.interaction.fold;

import org.jspecify.annotations.Nullable;

/**
 * Length of the intervals between starts and ends: the sum of the ends less the sum of the starts.
 * It needs no pairing, so a clock step between an end and the next start does no harm. Starts and
 * ends are unmatched by number: those that one side has more than the other.
 */
final class IntervalSum {

  private long sum;
  private long open;
  private long lateSum;
  private long late;
  private boolean lastStartLate;
  private @Nullable Long lastStart;
  private @Nullable Long lastEnd;

  void start(long at, boolean isLate) {
    sum = Math.subtractExact(sum, at);
    open++;
    lastStart = at;
    lastStartLate = isLate;
    if (isLate) {
      lateSum = Math.subtractExact(lateSum, at);
      late--;
    }
  }

  void end(long at, boolean isLate) {
    sum = Math.addExact(sum, at);
    open--;
    lastEnd = at;
    if (isLate) {
      lateSum = Math.addExact(lateSum, at);
      late++;
    }
  }

  /** A start or an end was seen. */
  boolean isSeen() {
    return lastStart != null || lastEnd != null;
  }

  /** More starts than ends were seen. */
  boolean isOpen() {
    return open > 0;
  }

  /** Last end in event order, UTC ms. */
  @Nullable Long lastEnd() {
    return lastEnd;
  }

  /**
   * Last start in event order, UTC ms.
   *
   * @param otherwise when there is none
   * @param cap when it came too late; null for where it is
   */
  long lastStart(long otherwise, @Nullable Long cap) {
    if (lastStart == null) {
      return otherwise;
    }
    return lastStartLate && cap != null ? cap : lastStart;
  }

  /**
   * Length in ms, negative after a clock step.
   *
   * @param from where ends without a start begin, UTC ms
   * @param to where starts without an end end, UTC ms
   * @param cap where starts and ends that came too late are taken to be; null for where they are
   */
  long total(long from, long to, @Nullable Long cap) {
    long seen =
        cap == null
            ? sum
            : Math.addExact(Math.subtractExact(sum, lateSum), Math.multiplyExact(late, cap));
    return Math.addExact(seen, Math.multiplyExact(open, open > 0 ? to : from));
  }
}

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
  private @Nullable Long lastStart;
  private @Nullable Long lastEnd;

  void start(long at) {
    sum = Math.subtractExact(sum, at);
    open++;
    lastStart = at;
  }

  void end(long at) {
    sum = Math.addExact(sum, at);
    open--;
    lastEnd = at;
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

  /** Last start in event order, UTC ms, else the other value. */
  long lastStartOr(long other) {
    return lastStart == null ? other : lastStart;
  }

  /**
   * Length in ms, negative after a clock step.
   *
   * @param from where ends without a start begin, UTC ms
   * @param to where starts without an end end, UTC ms
   */
  long total(long from, long to) {
    return Math.addExact(sum, Math.multiplyExact(open, open > 0 ? to : from));
  }
}

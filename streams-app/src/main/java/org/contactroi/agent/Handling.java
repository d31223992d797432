package org.contactroi.agent;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Work of an agent on one leg, from its start until it settled.
 *
 * @param start start of the leg, UTC ms
 * @param settle end of its after-contact work, UTC ms; one before the start counts as the start
 * @param effort time of the agent it took, ms
 */
public record Handling(long start, long settle, long effort) {

  public Handling {
    settle = Math.max(start, settle);
  }

  /** What it covers. */
  public Span span() {
    return new Span(start, settle);
  }

  /** Whether it is short enough to be one piece of work. */
  public boolean isCounted() {
    return settle - start <= Timeline.REACH_MS;
  }

  /**
   * The part of the effort that lies before an instant, ms: in proportion to time, rounded half
   * even, so that the parts between any instants add up to the effort. A leg without length has all
   * of it at its start.
   *
   * @param instant UTC ms
   */
  long effortBefore(long instant) {
    if (instant <= start) {
      return 0;
    }
    if (instant >= settle) {
      return effort;
    }
    return BigDecimal.valueOf(effort)
        .multiply(BigDecimal.valueOf(instant - start))
        .divide(BigDecimal.valueOf(settle - start), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}

package org.contactroi.roi.amount;

import java.util.Locale;

/**
 * A quantity that is counted on a day. A constant's name in lower case is its name when published.
 */
public enum Count {
  DAYS,
  /** Episodes that began from go-live on. */
  EPISODES,
  /** Those of cells without a baseline, which count on neither side of the saving. */
  EPISODES_WITHOUT_BASELINE,
  /** Those of cells whose baseline states money. */
  EPISODES_FROZEN,
  /** Paid time of agents that was not needed, milliseconds. */
  SAVED_PAID_MS,
  /** The part of it that left the payroll, milliseconds. */
  CASHABLE_PAID_MS;

  /** Name in published records, for instance {@code saved_paid_ms}. */
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

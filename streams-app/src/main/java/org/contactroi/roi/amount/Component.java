package org.contactroi.roi.amount;

import java.util.Locale;

/**
 * An amount that is booked on a day. A constant's name in lower case is its name when published.
 */
public enum Component {
  /**
   * What people would have cost without the AI; episodes of cells with a baseline, from go-live.
   */
  COUNTERFACTUAL,
  /** The part of the counterfactual that a baseline states as money. */
  FROZEN,
  /** What people cost for the same episodes. */
  ACTUAL,
  /** The part of the saving that left the payroll. */
  CASHABLE,
  /** Margin of sales that would not exist without the AI. */
  MARGIN,
  /** Margin of customers who would have left. */
  RETENTION,
  /** Benefits that are stated, not measured. */
  DECLARED,
  /** The part of them that the policy includes in the return. */
  DECLARED_INCLUDED,
  CAPEX,
  OPEX,
  HIDDEN,
  /** AI run cost of all episodes, as metered. */
  AI_RUN,
  /** AI run cost as metered on days on which an entry of the ledger pays for it instead. */
  AI_COVERED,
  /** Cost in the ledger on the day it is paid, in place of the days it is for. */
  PAID;

  /** Name in published records, for instance {@code ai_run}. */
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.contactroi.roi.ledger;

/** What kind of cost an amount is. */
public enum EntryNature {
  /** Spent once, used for long. */
  CAPEX,
  /** Spent as it is used. */
  OPEX,
  /** Real, but on no bill. */
  HIDDEN
}

package org.contactroi.kpi.family;

import org.contactroi.kpi.Quantity;

/** What is summed of the episodes whose first interaction has one channel and issue. */
public enum SavingQuantity implements Quantity {
  EPISODES,
  /** Inbound members. */
  CONTACTS,
  /** Inbound members with a handled leg. */
  HANDLED_CONTACTS,
  /** Effort of all human legs of all members, milliseconds. */
  EFFORT_MS,
  /** Episodes resolved. */
  RESOLVED
}

package org.contactroi.episode;

/** What the interactions of one episode have in common, besides the customer. */
public enum Match {
  /** Nothing else: everything the customer contacts us about. */
  CUSTOMER,
  /** The issue. */
  ISSUE,
  /** The queue. */
  QUEUE
}

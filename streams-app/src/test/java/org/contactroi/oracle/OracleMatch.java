package org.contactroi.oracle;

/** What the interactions of an episode have in common beside the customer. */
public enum OracleMatch {
  CUSTOMER,
  ISSUE,
  QUEUE;

  boolean isSame(OracleInteraction one, OracleInteraction other) {
    return switch (this) {
      case CUSTOMER -> true;
      case ISSUE -> one.issue.equals(other.issue);
      case QUEUE -> one.queue.equals(other.queue);
    };
  }
}

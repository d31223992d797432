package org.contactroi.serve;

/** Names of counters: what is counted and the reason. */
final class Counters {

  static final String REJECTS = "rejects/";
  static final String DEAD_LETTERS = "dead-letters/";

  /** Reason of a record that does not say one. */
  static final String UNKNOWN = "UNKNOWN";

  private Counters() {}
}

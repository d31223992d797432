package org.contactroi.serve.store;

/** Names of counters: what is counted and the reason. */
public final class Counters {

  public static final String REJECTS = "rejects/";
  public static final String DEAD_LETTERS = "dead-letters/";

  /** Reason of a record that does not say one. */
  static final String UNKNOWN = "UNKNOWN";

  private Counters() {}
}

package org.contactroi.topology.live;

/** Instants in keys: in the order of time. */
final class Instants {

  private static final int DIGITS = 13;
  private static final long LAST = 9_999_999_999_999L;

  private Instants() {}

  /** An instant, UTC ms; those before 1970 are as one, and so are those after 2286. */
  static String key(long instant) {
    String digits = Long.toString(Math.min(LAST, Math.max(0, instant)));
    return "0".repeat(DIGITS - digits.length()) + digits;
  }
}

package org.contactroi.topology.stage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a key with large state is worked on. Every time costs as much as its state is large; so
 * it waits until an eighth of it has come anew, or for a time that grows with its size. However
 * large it is, it takes a bounded share of the time, and all that comes costs a constant on
 * average.
 */
final class LargeStateThrottle {

  /** Entries from which on state is large. */
  private static final int LARGE = 500;

  private static final int SHARE = 8;
  private static final int ENTRIES_PER_MS = 20;
  private static final long LONGEST_MS = 10_000;
  private static final int REMEMBERED = 1_000;

  private record Worked(int size, long at) {}

  /** Large keys by when they were worked on; one that is forgotten is merely worked on at once. */
  private final Map<String, Worked> large = new LinkedHashMap<>();

  /**
   * Whether a key is to be worked on.
   *
   * @param waiting entries that have come for it
   * @param now wall clock, UTC ms
   */
  boolean isDue(String key, int waiting, long now) {
    Worked last = large.get(key);
    return last == null
        || waiting >= last.size / SHARE
        || now - last.at >= Math.min(LONGEST_MS, last.size / ENTRIES_PER_MS);
  }

  /**
   * Notes that a key was worked on at wall clock {@code now}.
   *
   * @param size entries of its state
   */
  void worked(String key, int size, long now) {
    if (large.remove(key) == null && size < LARGE) {
      return;
    }
    if (size >= LARGE) {
      large.put(key, new Worked(size, now));
    }
    if (large.size() > REMEMBERED) {
      large.remove(large.keySet().iterator().next());
    }
  }
}

package org.contactroi.simulator.playback;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The order in which events are played back. Slots are events in the order of files, rows and
 * steps.
 *
 * <p>{@code event-time} sorts all events of all files by their time, those of one second by row and
 * step; {@code reverse} is exactly its reverse; {@code file} goes row by row; {@code shuffle:SEED}
 * is a permutation that depends on the seed alone.
 */
public sealed interface PlaybackOrder {

  /** What can be given. */
  String ALLOWED = "event-time, file, reverse or shuffle:SEED (a whole number)";

  /** Sorted by time. */
  record EventTime() implements PlaybackOrder {}

  /** Row by row. */
  record FileOrder() implements PlaybackOrder {}

  /** The last event first. */
  record Reverse() implements PlaybackOrder {}

  /**
   * Any order.
   *
   * @param seed decides which
   */
  record Shuffle(long seed) implements PlaybackOrder {}

  /**
   * Reads an order.
   *
   * @throws IllegalArgumentException naming the text and what is allowed
   */
  static PlaybackOrder parse(String text) {
    return switch (text) {
      case "event-time" -> new EventTime();
      case "file" -> new FileOrder();
      case "reverse" -> new Reverse();
      default -> new Shuffle(seedOf(text));
    };
  }

  private static long seedOf(String text) {
    String prefix = "shuffle:";
    try {
      if (text.startsWith(prefix)) {
        return Long.parseLong(text.substring(prefix.length()));
      }
    } catch (NumberFormatException e) {
      // Not a seed: said below.
    }
    throw new IllegalArgumentException("order '" + text + "' is not " + ALLOWED);
  }

  /**
   * Arranges events.
   *
   * @param events one number per event: its time above its slot, so that numbers sort by time and
   *     then by slot; given in the order of slots, changed in place
   */
  default void arrange(long[] events) {
    if (this instanceof EventTime || this instanceof Reverse) {
      Arrays.sort(events);
    }
    if (this instanceof Reverse) {
      reverse(events);
    }
    if (this instanceof Shuffle shuffle) {
      shuffle(events, shuffle.seed());
    }
  }

  private static void reverse(long[] events) {
    for (int low = 0, high = events.length - 1; low < high; low++, high--) {
      swap(events, low, high);
    }
  }

  /** Shuffles by the method of Fisher and Yates. */
  private static void shuffle(long[] events, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int last = events.length - 1; last > 0; last--) {
      swap(events, last, random.nextInt(last + 1));
    }
  }

  private static void swap(long[] events, int a, int b) {
    long kept = events[a];
    events[a] = events[b];
    events[b] = kept;
  }
}

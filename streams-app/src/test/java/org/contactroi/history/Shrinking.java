package org.contactroi.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the few of many that a failure needs. */
final class Shrinking {

  private Shrinking() {}

  /** A part of the list that still fails, and does no more when any one element is taken away. */
  static <T> List<T> smallest(List<T> failing, Predicate<List<T>> fails) {
    List<T> kept = failing;
    for (int size = Math.max(1, kept.size() / 2); ; size = Math.max(1, size / 2)) {
      List<T> before = kept;
      kept = withoutChunks(kept, size, fails);
      if (size == 1 && kept.size() == before.size()) {
        return kept;
      }
    }
  }

  private static <T> List<T> withoutChunks(List<T> all, int size, Predicate<List<T>> fails) {
    List<T> kept = all;
    for (int from = 0; from < kept.size(); ) {
      List<T> fewer = new ArrayList<>(kept.subList(0, from));
      fewer.addAll(kept.subList(Math.min(kept.size(), from + size), kept.size()));
      if (fails.test(fewer)) {
        kept = fewer;
      } else {
        from += size;
      }
    }
    return kept;
  }
}

package org.contactroi.app.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.contactroi.notation.NearestKey;

/** What was probably meant by a name that there is not. */
final class Suggestion {

  private static final int MOST = 3;

  private Suggestion() {}

  /** A question that names the nearest, nearest first; empty when there is nothing to name. */
  static String of(String name, Collection<String> known) {
    List<String> left = new ArrayList<>(known);
    List<String> near = new ArrayList<>();
    while (!left.isEmpty() && near.size() < MOST) {
      String nearest = NearestKey.of(name, left);
      near.add("'" + nearest + "'");
      left.remove(nearest);
    }
    return near.isEmpty() ? "" : "; did you mean %s?".formatted(String.join(", ", near));
  }
}

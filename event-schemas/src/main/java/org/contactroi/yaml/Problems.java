package org.contactroi.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong in the files of one command. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  /** Notes a problem. */
  public void add(Place place, String message) {
    if (!files.contains(place.file())) {
      files.add(place.file());
    }
    found.add(new Problem(place, message));
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many there are. */
  public int count() {
    return found.size();
  }

  /** All problems, file by file, by line. */
  public List<Problem> all() {
    return found.stream()
        .sorted(
            Comparator.<Problem>comparingInt(problem -> files.indexOf(problem.place().file()))
                .thenComparingInt(problem -> problem.place().line()))
        .toList();
  }
}

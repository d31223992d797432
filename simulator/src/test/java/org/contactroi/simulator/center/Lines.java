package org.contactroi.simulator.center;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that can be compared whoever made them. */
final class Lines {

  private final List<String> lines = new ArrayList<>();

  void add(String of, @Nullable Object... what) {
    lines.add(of + " " + Arrays.asList(what));
  }

  List<String> all() {
    return lines;
  }
}

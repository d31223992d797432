package org.contactroi.simulator.format.lines;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.contactroi.notation.NearestKey;

/** Everything that is wrong with one line. */
final class Faults {

  private static final int LONGEST_QUOTE = 80;

  private final String place;
  private final List<String> found = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param place file and line
   */
  Faults(String place) {
    this.place = place;
  }

  /** The line is not what a line may be. */
  void line(String is, String allowed) {
    add("the line is " + is, allowed);
  }

  /** A field has a value it may not have. */
  void wrong(String field, JsonNode value, String allowed) {
    String text = value.toString();
    String quote = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    add("field %s is %s".formatted(field, quote), allowed);
  }

  /** A field that has no default is left out. */
  void missing(String field, String allowed) {
    add("field %s is missing".formatted(field), allowed);
  }

  /** There is no such field. */
  void unknown(String path, String field, Collection<String> allowed) {
    String meant = allowed.isEmpty() ? "" : ", did you mean " + NearestKey.of(field, allowed);
    add(
        "field %s is unknown%s".formatted(path, meant),
        allowed.isEmpty() ? "no field" : String.join(", ", allowed));
  }

  private void add(String wrong, String allowed) {
    found.add("%s: %s; allowed: %s".formatted(place, wrong, allowed));
  }

  /** Returns how many there are. */
  int count() {
    return found.size();
  }

  /** Returns them in the order they were found. */
  List<String> all() {
    return found;
  }
}

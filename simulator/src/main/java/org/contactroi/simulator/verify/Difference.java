package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A measure that is not what it should be.
 *
 * @param key key of the totals
 * @param measure name of the measure
 * @param expected the truth, null for 0 or nothing
 * @param published what is published, null for 0 or nothing
 */
record Difference(
    String key, String measure, @Nullable JsonNode expected, @Nullable JsonNode published) {

  /** Returns it as a line. */
  String line() {
    return key + " " + measure + ": expected " + text(expected) + ", published " + text(published);
  }

  private static String text(@Nullable JsonNode value) {
    return value == null ? "nothing" : value.toString();
  }
}

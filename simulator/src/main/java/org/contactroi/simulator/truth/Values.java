package org.contactroi.simulator.truth;

import java.util.HashMap;
import java.util.Map;
import org.contactroi.simulator.scenario.Policy;

/** What figures are sliced by: values by dimension. */
final class Values {

  private Values() {}

  /**
   * Returns the values of an interaction.
   *
   * @param queue its own, or that of one of its legs or stays
   */
  static Map<String, String> of(Chapter chapter, String queue) {
    Map<String, String> values = new HashMap<>();
    values.put("channel", chapter.channel().name());
    values.put("queue", queue);
    values.put("issue", chapter.issue());
    values.put("bot", chapter.bot());
    chapter.attributes().forEach((name, value) -> values.put("attribute:" + name, value));
    return values;
  }

  /** Returns the part of a key that names a slice and its value. */
  static String text(Policy.Slice slice, Map<String, String> values) {
    if (slice.dimensions().isEmpty()) {
      return "all/all";
    }
    StringBuilder text = new StringBuilder(slice.id()).append('/');
    for (String dimension : slice.dimensions()) {
      boolean isFirst = text.charAt(text.length() - 1) == '/';
      String value = values.getOrDefault(dimension, Chapter.UNKNOWN);
      text.append(isFirst ? "" : "+").append(escape(value));
    }
    return text.toString();
  }

  /** Returns a part of a key, in which no separator stands for itself. */
  static String escape(String part) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char each = part.charAt(i);
      boolean isSeparator = "/+@%".indexOf(each) >= 0 || each < ' ' || each == 0x7f;
      escaped.append(isSeparator ? String.format("%%%02X", (int) each) : String.valueOf(each));
    }
    return escaped.toString();
  }
}

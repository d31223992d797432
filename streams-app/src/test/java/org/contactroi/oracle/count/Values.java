package org.contactroi.oracle.count;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.contactroi.simulator.scenario.Policy;

/** What figures are sliced by: values by dimension. */
public final class Values {

  private static final String SEPARATORS = "/+@%";

  private Values() {}

  /** Returns the values of an interaction. */
  static Map<String, String> of(Countable interaction) {
    return of(interaction, interaction.topic().queue());
  }

  /**
   * Returns the values of a part of an interaction.
   *
   * @param queue that of the part
   */
  static Map<String, String> of(Countable interaction, String queue) {
    String bot =
        interaction.spells().stream().map(Spell::bot).findFirst().orElse(Countable.UNKNOWN);
    Map<String, String> values = new HashMap<>();
    values.put("channel", interaction.topic().channel().name());
    values.put("queue", queue);
    values.put("issue", interaction.topic().issue());
    values.put("bot", bot);
    interaction
        .topic()
        .attributes()
        .forEach((name, value) -> values.put("attribute:" + name, value));
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
      String value = values.getOrDefault(dimension, Countable.UNKNOWN);
      text.append(isFirst ? "" : "+").append(escape(value));
    }
    return text.toString();
  }

  /** Returns a part of a key, in which no separator and no control character stands for itself. */
  public static String escape(String part) {
    return part.chars().noneMatch(Values::isEscaped) ? part : escaped(part);
  }

  private static boolean isEscaped(int character) {
    return SEPARATORS.indexOf(character) >= 0 || Character.isISOControl(character);
  }

  /** Escapes are the bytes of the UTF-8 form. */
  private static String escaped(String part) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      String each = part.substring(i, i + 1);
      if (isEscaped(part.charAt(i))) {
        for (byte of : each.getBytes(StandardCharsets.UTF_8)) {
          escaped.append(String.format(Locale.ROOT, "%%%02X", of));
        }
      } else {
        escaped.append(each);
      }
    }
    return escaped.toString();
  }
}

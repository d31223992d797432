package org.contactroi.simulator.reference;

import java.util.Collection;
import java.util.StringJoiner;
import org.contactroi.notation.ChoiceText;
import org.jspecify.annotations.Nullable;

/** Fields of one entry of a YAML file, on one line. Those without value are left out. */
final class Flow {

  private final StringJoiner fields = new StringJoiner(", ", "{", "}");

  /** Puts a value that is written as it is: a number, a date, a list. */
  Flow put(String name, @Nullable Object value) {
    if (value != null) {
      fields.add(name + ": " + value);
    }
    return this;
  }

  /** Puts a text, quoted. */
  Flow text(String name, @Nullable String value) {
    return put(name, value == null ? null : quoted(value));
  }

  /** Puts a constant in lower case with hyphens. */
  Flow constant(String name, @Nullable Enum<?> value) {
    return put(name, value == null ? null : ChoiceText.of(value));
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  static String list(Collection<String> values) {
    return "[" + String.join(", ", values) + "]";
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}

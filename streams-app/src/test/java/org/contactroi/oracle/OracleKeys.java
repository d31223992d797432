package org.contactroi.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keys of the topic {@code totals}: tenant/family/slice/value/window/start. */
final class OracleKeys {

  private OracleKeys() {}

  static String of(OracleContribution contribution, String slice, String window, long start) {
    return String.join(
        "/",
        escaped(contribution.tenant()),
        contribution.family().id,
        slice,
        value(contribution, slice),
        window,
        Instant.ofEpochMilli(start).toString());
  }

  /** "the value of slice `all` is `all`"; several values are joined by +. */
  private static String value(OracleContribution contribution, String slice) {
    if (slice.equals("all")) {
      return "all";
    }
    List<String> dimensions = List.of(slice.split("\\+", -1));
    List<String> values = new ArrayList<>();
    for (String dimension : dimensions) {
      values.add(escaped(contribution.value(dimension)));
    }
    return String.join("+", values);
  }

  /** Percent-escapes control characters and separators, as bytes of their UTF-8 form. */
  private static String escaped(String part) {
    StringBuilder escaped = new StringBuilder();
    part.codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              if (Character.isISOControl(c) || "/%+@".contains(character)) {
                for (byte b : character.getBytes(UTF_8)) {
                  escaped.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
                }
              } else {
                escaped.append(character);
              }
            });
    return escaped.toString();
  }
}

package org.contactroi.notation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Durations as people write them: {@code 250ms}, {@code 20s}, {@code 8h30m}, {@code 7d}, or ISO.
 */
public final class DurationText {

  public static final String ALLOWED = "a duration such as 20s, 5m, 24h, 7d or PT20S";

  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  /** From the longest; whatever is no multiple of one of them is written as ISO. */
  private static final List<String> LONGEST_FIRST = List.of("d", "h", "m", "s", "ms");

  private static final Pattern SHORT =
      Pattern.compile(
          LONGEST_FIRST.stream()
              .map("(?:(\\d{1,12})%s)?"::formatted)
              .collect(Collectors.joining("", "(?=.)", "")));

  private DurationText() {}

  /** Writes a duration in the longest unit that it is a multiple of. */
  public static String of(Duration duration) {
    return LONGEST_FIRST.stream()
        .filter(unit -> duration.equals(unit(unit).multipliedBy(duration.dividedBy(unit(unit)))))
        .findFirst()
        .map(unit -> duration.dividedBy(unit(unit)) + unit)
        .orElse(duration.toString());
  }

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Duration parse(String text) {
    Matcher matcher = SHORT.matcher(text);
    if (matcher.matches()) {
      return sum(matcher);
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'%s' is no duration".formatted(text), e);
    }
  }

  private static Duration sum(Matcher written) {
    Duration sum = Duration.ZERO;
    for (int i = 0; i < LONGEST_FIRST.size(); i++) {
      String number = written.group(i + 1);
      if (number != null) {
        sum = sum.plus(unit(LONGEST_FIRST.get(i)).multipliedBy(Long.parseLong(number)));
      }
    }
    return sum;
  }

  private static Duration unit(String name) {
    return UNITS.getOrDefault(name, Duration.ZERO);
  }
}

package org.contactroi.simulator.synthetic;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes and durations as people write them, or says what they may be. */
final class Quantities {

  private static final double DAY_SECONDS = 86_400;
  private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/([smhd]))?");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([smhd])");

  private Quantities() {}

  /**
   * Returns the size of a center as multiple of a scenario's.
   *
   * @param text the multiple, or new contacts with /s, /m, /h or /d after it
   * @param perDay new contacts a day of the scenario
   */
  static double size(String text, double perDay) {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw new IllegalArgumentException(
          "--rate '"
              + text
              + "' is not a multiple such as 2 or 0.5, or contacts as N/s, N/m, N/h, N/d");
    }
    double number = Double.parseDouble(rate.group(1));
    return rate.group(2) == null ? number : number * DAY_SECONDS / seconds(rate.group(2)) / perDay;
  }

  /** Returns a duration such as 90s, 30m, 8h, 30d or, in ISO 8601, PT8H. */
  static Duration duration(String text) {
    Matcher plain = DURATION.matcher(text);
    if (plain.matches()) {
      return Duration.ofSeconds(Long.parseLong(plain.group(1)) * seconds(plain.group(2)));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--duration '" + text + "' is not a duration such as 90s, 30m, 8h, 30d or PT8H", e);
    }
  }

  private static long seconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "m" -> 60;
      case "h" -> 3600;
      default -> 86_400;
    };
  }
}

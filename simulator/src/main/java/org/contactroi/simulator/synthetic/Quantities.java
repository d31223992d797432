package org.contactroi.simulator.synthetic;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rates, durations, instants and zones as people write them, or says what they may be. */
final class Quantities {

  private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/([smhd]))?");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([smhd])");

  private Quantities() {}

  /**
   * Returns a rate per hour.
   *
   * @param text a number, with /s, /m, /h or /d after it; without, per hour
   */
  static double perHour(String text) {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw new IllegalArgumentException(
          "--rate '" + text + "' is not a number of interactions per hour, or N/s, N/m, N/h, N/d");
    }
    double number = Double.parseDouble(rate.group(1));
    return rate.group(2) == null ? number : number * 3600 / seconds(rate.group(2));
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

  /** Returns an instant such as 2026-01-05T08:00:00Z. */
  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--from '" + text + "' is not an instant such as 2026-01-05T08:00:00Z", e);
    }
  }

  /** Returns a zone such as Europe/Berlin. */
  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--zone '" + text + "' is not a time zone such as Europe/Berlin or UTC", e);
    }
  }
}

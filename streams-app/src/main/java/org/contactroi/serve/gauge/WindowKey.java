package org.contactroi.serve.gauge;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.contactroi.kpi.TotalsKey;

/**
 * The key of a window: its series and its start. Minutes are by far the most records there are, so
 * they are told from others and read by their bytes: a minute's start is of fixed length, {@code
 * yyyy-mm-ddThh:mm:00Z}.
 *
 * @param seriesPrefix the key up to the start
 * @param start UTC ms
 */
public record WindowKey(String seriesPrefix, long start) {

  private static final byte[] WINDOW = "/minute/".getBytes(StandardCharsets.US_ASCII);
  private static final int START_LENGTH = "yyyy-mm-ddThh:mm:00Z".length();
  private static final long DAY_MS = 86_400_000;
  private static final long MINUTES_PER_HOUR = 60;
  private static final int DECIMAL = 10;

  /** The key of a window. */
  public static WindowKey of(TotalsKey key) {
    return new WindowKey(
        TotalsKey.seriesPrefix(key.tenant(), key.family(), key.slice(), key.window()), key.start());
  }

  /** Whether a key of topic totals is one of a minute. */
  public static boolean isMinute(byte[] key) {
    int startsAt = key.length - START_LENGTH;
    int windowAt = startsAt - WINDOW.length;
    return windowAt > 0
        && Arrays.equals(key, windowAt, startsAt, WINDOW, 0, WINDOW.length)
        && key[key.length - 1] == 'Z';
  }

  /**
   * Reads the key of a minute.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} when its end is no time
   */
  public static WindowKey minute(byte[] key) {
    int at = key.length - START_LENGTH;
    long day =
        LocalDate.of(number(key, at, 4), number(key, at + 5, 2), number(key, at + 8, 2))
            .toEpochDay();
    long minute = number(key, at + 11, 2) * MINUTES_PER_HOUR + number(key, at + 14, 2);
    return new WindowKey(
        new String(key, 0, at, StandardCharsets.UTF_8),
        day * DAY_MS + minute * SlidingWindow.MINUTE_MS);
  }

  private static int number(byte[] key, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = key[i] - '0';
      if (digit < 0 || digit >= DECIMAL) {
        throw new IllegalArgumentException("'%c' is no digit".formatted(key[i]));
      }
      number = number * DECIMAL + digit;
    }
    return number;
  }
}

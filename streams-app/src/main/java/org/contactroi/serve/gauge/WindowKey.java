package org.contactroi.serve.gauge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.contactroi.kpi.TotalsKey;

/**
 * The key of a window: its series and its start. Rows of hours and days are read from the KPI
 * topics, so that those of quarters are told from them by their bytes: a quarter's start is of
 * fixed length, {@code yyyy-mm-ddThh:mm:00Z}.
 *
 * @param seriesPrefix the key up to the start
 * @param start UTC ms
 */
public record WindowKey(String seriesPrefix, long start) {

  private static final byte[] QUARTER = "/quarter/".getBytes(StandardCharsets.US_ASCII);
  private static final int START_LENGTH = "yyyy-mm-ddThh:mm:00Z".length();

  /** The key of a window. */
  public static WindowKey of(TotalsKey key) {
    return new WindowKey(
        TotalsKey.seriesPrefix(key.tenant(), key.family(), key.slice(), key.window()), key.start());
  }

  /** Whether a key of topic totals is one of a quarter of an hour. */
  public static boolean isQuarter(byte[] key) {
    int windowAt = key.length - START_LENGTH - QUARTER.length;
    return windowAt > 0
        && Arrays.equals(key, windowAt, windowAt + QUARTER.length, QUARTER, 0, QUARTER.length);
  }
}

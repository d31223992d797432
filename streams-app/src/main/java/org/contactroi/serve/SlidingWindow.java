package org.contactroi.serve;

import java.util.Arrays;
import java.util.List;

/** The spans of gauges: so many whole minutes that end at or before the watermark. */
enum SlidingWindow {
  QUARTER_HOUR("15m", 15),
  HOUR("1h", 60),
  DAY("1d", 1_440);

  static final long MINUTE_MS = 60_000;
  static final List<SlidingWindow> ALL = Arrays.asList(values());

  private final String label;
  private final long millis;

  SlidingWindow(String label, long minutes) {
    this.label = label;
    this.millis = minutes * MINUTE_MS;
  }

  /** Value of the label window. */
  String label() {
    return label;
  }

  long millis() {
    return millis;
  }

  /** End of the last whole minute at or before the watermark. */
  static long end(long watermark) {
    return Math.floorDiv(watermark, MINUTE_MS) * MINUTE_MS;
  }
}

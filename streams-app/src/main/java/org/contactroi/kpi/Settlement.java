package org.contactroi.kpi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a window is settled.
 *
 * @param settled time has passed the window and everything its totals wait for
 * @param fraction share of the episodes that can no longer change; 0 or 1 for other families
 * @param watermark event time the tenant had reached, UTC ms
 */
public record Settlement(boolean settled, double fraction, @Nullable Long watermark) {

  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  /**
   * The settlement of totals at a watermark.
   *
   * @param before it was settled already, and stays so
   */
  public static Settlement of(
      Window window, Totals totals, KpiPolicy policy, @Nullable Long watermark, boolean before) {
    if (watermark == null) {
      return new Settlement(before, before ? 1 : 0, null);
    }
    long passed = passed(watermark, policy);
    boolean windowPassed = passed >= window.end();
    Distribution open = totals.openUntil();
    long episodes = open.total();
    long closed = open.totalBelow(Math.floorDiv(passed, DAY_MS));
    boolean settled = before || (windowPassed && closed == episodes);
    double fraction = episodes == 0 ? (windowPassed ? 1 : 0) : (double) closed / episodes;
    return new Settlement(settled, settled ? 1 : fraction, watermark);
  }

  /** Event time before which nothing is waited for any more, UTC ms. */
  static long passed(long watermark, KpiPolicy policy) {
    return watermark - policy.settleAfter().toMillis();
  }
}

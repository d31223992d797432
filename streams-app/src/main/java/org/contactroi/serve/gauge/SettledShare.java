package org.contactroi.serve.gauge;

import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;

/**
 * How much of a sliding window can no longer change, from its totals alone. Nothing is waited for
 * before the watermark minus the policy's settle-after. Where figures wait for episodes it is the
 * share of episodes whose last day of waiting lies before that, undefined without episodes;
 * elsewhere the share of the window's minutes that lie before that, with or without events.
 */
final class SettledShare {

  private static final long DAY_MS = 86_400_000;

  private SettledShare() {}

  /**
   * The share.
   *
   * @param sum totals of the window
   * @param end of the window, UTC ms
   * @param passed time before which nothing is waited for, UTC ms
   */
  static Ratio of(Totals sum, SlidingWindow window, long end, long passed) {
    return sum.family().waitsForEpisodes()
        ? ofEpisodes(sum, Math.floorDiv(passed, DAY_MS))
        : ofMinutes(window, end, passed);
  }

  private static Ratio ofEpisodes(Totals sum, long passedDay) {
    Distribution openUntil = sum.openUntil();
    return new Ratio(openUntil.totalBelow(passedDay), openUntil.total());
  }

  private static Ratio ofMinutes(SlidingWindow window, long end, long passed) {
    long settled = Math.floorDiv(passed - (end - window.millis()), SlidingWindow.MINUTE_MS);
    long minutes = window.millis() / SlidingWindow.MINUTE_MS;
    return new Ratio(Math.max(0, Math.min(minutes, settled)), minutes);
  }
}

package org.contactroi.serve.gauge;

import java.util.List;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.WindowSize;

/**
 * The spans of gauges: a quarter of an hour and an hour are so many whole minutes that end at or
 * before the watermark; a day is the whole hours of the tenant that start within it. A family
 * without minutes has an hour of whole hours, too, and no quarter.
 */
public enum SlidingWindow {
  QUARTER_HOUR("15m", 15),
  HOUR("1h", 60),
  DAY("1d", 1_440);

  public static final long MINUTE_MS = 60_000;

  private final String label;
  private final long millis;

  SlidingWindow(String label, long minutes) {
    this.label = label;
    this.millis = minutes * MINUTE_MS;
  }

  /** The spans of a family's gauges that are summed of minutes, or of hours. */
  static List<SlidingWindow> of(Family family, WindowSize summed) {
    if (summed == WindowSize.MINUTE) {
      return List.of(QUARTER_HOUR, HOUR);
    }
    return family.hasMinutes() ? List.of(DAY) : List.of(HOUR, DAY);
  }

  /**
   * End of a tenant's last whole window at or before its watermark, UTC ms.
   *
   * @param summed minutes or hours
   * @param watermark of the tenant, UTC ms
   */
  static long end(WindowSize summed, Tenant tenant, long watermark) {
    return summed == WindowSize.MINUTE
        ? TenantCalendar.minute(watermark)
        : new TenantCalendar(tenant.zone()).hour(watermark).start();
  }

  /** Value of the label window. */
  String label() {
    return label;
  }

  public long millis() {
    return millis;
  }
}

package org.contactroi.serve.gauge;

import java.util.Arrays;
import java.util.List;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.WindowSize;

/**
 * The spans of gauges: so many whole minutes that end at or before the watermark. A family without
 * minutes has whole hours of the tenant instead, those that start within the span, and no quarter
 * of an hour.
 */
public enum SlidingWindow {
  QUARTER_HOUR("15m", 15),
  HOUR("1h", 60),
  DAY("1d", 1_440);

  public static final long MINUTE_MS = 60_000;
  private static final List<SlidingWindow> ALL = Arrays.asList(values());
  private static final List<SlidingWindow> OF_HOURS = List.of(HOUR, DAY);

  private final String label;
  private final long millis;

  SlidingWindow(String label, long minutes) {
    this.label = label;
    this.millis = minutes * MINUTE_MS;
  }

  /** The spans of a family's gauges. */
  static List<SlidingWindow> of(Family family) {
    return family.hasMinutes() ? ALL : OF_HOURS;
  }

  /** The windows that are summed. */
  public static WindowSize summed(Family family) {
    return family.hasMinutes() ? WindowSize.MINUTE : WindowSize.HOUR;
  }

  /**
   * End of a tenant's last whole window at or before its watermark, UTC ms.
   *
   * @param watermark of the tenant, UTC ms
   */
  static long end(Family family, Tenant tenant, long watermark) {
    return family.hasMinutes()
        ? TenantCalendar.minute(watermark).start()
        : new TenantCalendar(tenant.zone()).hour(watermark).start();
  }

  /** Value of the label window. */
  String label() {
    return label;
  }

  long millis() {
    return millis;
  }
}

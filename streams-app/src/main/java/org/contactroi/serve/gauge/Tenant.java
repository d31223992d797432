package org.contactroi.serve.gauge;

import java.time.ZoneId;
import java.util.Objects;
import org.contactroi.kpi.Kpi;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tenant.
 *
 * @param zone of its hours and days
 * @param watermark the largest event time a record of it says it had reached, UTC ms; null when
 *     none said
 */
public record Tenant(String id, ZoneId zone, @Nullable Long watermark) {

  /** The same tenant after another record of it was read; the watermark never falls. */
  public Tenant seen(Kpi kpi) {
    return new Tenant(id, ZoneId.of(kpi.zone()), later(watermark, kpi.watermark()));
  }

  public static Tenant first(String id, Kpi kpi) {
    return new Tenant(id, ZoneId.of(kpi.zone()), kpi.watermark());
  }

  public String text() {
    return zone + " " + (watermark == null ? "" : watermark);
  }

  public static Tenant parse(String id, String text) {
    int space = text.indexOf(' ');
    String watermark = text.substring(space + 1);
    return new Tenant(
        id,
        ZoneId.of(text.substring(0, space)),
        watermark.isEmpty() ? null : Long.valueOf(watermark));
  }

  private static @Nullable Long later(@Nullable Long a, @Nullable Long b) {
    return a == null || (b != null && Objects.requireNonNull(b) > a) ? b : a;
  }
}

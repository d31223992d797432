package org.contactroi.simulator.truth;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.contactroi.simulator.scenario.Policy;

/**
 * By which rules a tenant's figures are computed.
 *
 * @param policy the rules
 * @param zone of its hours, days and business hours
 */
record Rules(Policy policy, ZoneId zone) {

  private static final int HOUR_MINUTES = 60;

  boolean isOpen(long instant) {
    ZonedDateTime local = Instant.ofEpochMilli(instant).atZone(zone);
    int minute = local.getHour() * HOUR_MINUTES + local.getMinute();
    return policy.opening().isOpen(local.getDayOfWeek(), minute);
  }
}

package org.contactroi.simulator.truth;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.contactroi.simulator.count.Rules;
import org.contactroi.simulator.scenario.Policy;

/**
 * By which rules a tenant's figures are computed.
 *
 * @param policy the rules
 * @param zone of its hours, days and business hours
 */
record TenantRules(Policy policy, ZoneId zone) implements Rules {

  private static final int HOUR_MINUTES = 60;

  @Override
  public Policy.Episodes episodes() {
    return policy.episodes();
  }

  @Override
  public Policy.Waiting waiting() {
    return policy.waiting();
  }

  @Override
  public boolean isOpen(long at) {
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
    int minute = local.getHour() * HOUR_MINUTES + local.getMinute();
    return policy.opening().isOpen(local.getDayOfWeek(), minute);
  }

  @Override
  public List<Policy.Slice> slices() {
    return policy.slices();
  }
}

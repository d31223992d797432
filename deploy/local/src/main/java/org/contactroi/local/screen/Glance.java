package org.contactroi.local.screen;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.live.LiveSlice;
import org.contactroi.record.TenantStatement;
import org.contactroi.simulator.scenario.Baseline;

/**
 * All that the screen shows of a tenant, at one moment.
 *
 * @param statement the return to date; empty before there is one
 * @param sinceGoLive totals of all days since the AI is live, of everything
 * @param before what an issue took before the AI; empty if nobody says
 * @param today totals of the day, by queue in the order of the screen
 * @param open what is open at this moment; empty where nothing is
 */
public record Glance(
    Reached reached,
    Optional<TenantStatement> statement,
    Map<Family, Totals> sinceGoLive,
    Optional<Baseline.Sample> before,
    Map<String, Map<Family, Totals>> today,
    Optional<LiveSlice> open) {

  /** How far event time has come in the center's zone. */
  public record Reached(Instant time, ZoneId zone) {}

  /** Totals of a family, zero if there are none. */
  Totals total(Family family) {
    return sinceGoLive.getOrDefault(family, Totals.zero(family));
  }
}

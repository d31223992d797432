package org.contactroi.simulator.scenario;

import java.time.ZoneId;

/**
 * A company and its contact center.
 *
 * @param id tenant of the events
 * @param demand when customers begin to need something
 * @param customers who they are and what they do
 * @param service what the center offers them
 * @param situations what happens now and then, and how often
 * @param reporting how it is told and counted
 */
public record Tenant(
    String id,
    Place place,
    Demand demand,
    Customers customers,
    Service service,
    Staff staff,
    Rollout rollout,
    Shares<Situation> situations,
    Reporting reporting) {

  /**
   * Where a tenant is.
   *
   * @param zone of its hours and days
   * @param currency ISO 4217 code of its sales
   */
  public record Place(ZoneId zone, String currency) {}

  Tenant withReporting(Reporting other) {
    return new Tenant(id, place, demand, customers, service, staff, rollout, situations, other);
  }

  Tenant withSituations(Shares<Situation> other) {
    return new Tenant(id, place, demand, customers, service, staff, rollout, other, reporting);
  }

  Tenant withId(String other) {
    return new Tenant(
        other, place, demand, customers, service, staff, rollout, situations, reporting);
  }
}

package org.contactroi.simulator.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A scenario.
 *
 * @param name what it is called
 * @param about what it shows, in a sentence or two
 * @param period when it takes place unless a run says otherwise
 * @param tenants the companies, each with a center of its own
 */
public record Scenario(String name, String about, Period period, List<Tenant> tenants) {

  public Scenario {
    tenants = List.copyOf(tenants);
  }

  /**
   * When a scenario takes place.
   *
   * @param liveDay day that a run begins on that follows the wall clock, 0 the first: one on which
   *     there is something to see
   */
  public record Period(LocalDate begins, Duration length, int liveDay) {}

  /** Returns the zone of dates that are not those of one tenant: the first tenant's. */
  public ZoneId zone() {
    return tenants.get(0).place().zone();
  }

  /** Returns how many new contacts there are a day where all factors are 1. */
  public double perDay() {
    return tenants.stream().mapToDouble(tenant -> tenant.demand().perDay()).sum();
  }

  /**
   * Returns the scenario with more or fewer faults.
   *
   * @param factor multiple of their shares; at 0 nothing goes wrong
   */
  public Scenario withFaults(double factor) {
    return withReporting(reporting -> reporting.withFaults(factor));
  }

  /**
   * Returns the scenario with the money of a center of another size: what the AI costs beside its
   * use is so many times as much.
   */
  public Scenario withMoneyOfSize(double size) {
    return withReporting(reporting -> reporting.withSize(size));
  }

  /** Returns the scenario with other situations. */
  public Scenario withSituations(UnaryOperator<Shares<Situation>> change) {
    return with(tenant -> tenant.withSituations(change.apply(tenant.situations())));
  }

  private Scenario withReporting(UnaryOperator<Reporting> change) {
    return with(tenant -> tenant.withReporting(change.apply(tenant.reporting())));
  }

  private Scenario with(UnaryOperator<Tenant> change) {
    return new Scenario(name, about, period, tenants.stream().map(change).toList());
  }

  /** Returns whether anything goes wrong between what happens and the events that say so. */
  public boolean hasFaults() {
    return tenants.stream().anyMatch(tenant -> !tenant.reporting().faults().isNone());
  }

  /**
   * Returns the scenario with its only tenant renamed.
   *
   * @throws IllegalArgumentException if it has several
   */
  public Scenario withTenant(String id) {
    if (tenants.size() != 1) {
      throw new IllegalArgumentException(
          "scenario " + name + " has " + tenants.size() + " tenants; only one can be renamed");
    }
    return new Scenario(name, about, period, List.of(tenants.get(0).withId(id)));
  }
}

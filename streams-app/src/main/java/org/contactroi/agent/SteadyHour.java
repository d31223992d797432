package org.contactroi.agent;

import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Occupancy;

/** A stretch within one hour, and the work in it while it is added up. */
final class SteadyHour {

  private final SteadySpan stretch;
  private final long hour;
  private long handling;
  private long sum;
  private long effort;

  SteadyHour(SteadySpan stretch, long hour) {
    this.stretch = stretch;
    this.hour = hour;
  }

  TeamHour place() {
    return new TeamHour(hour, stretch.team());
  }

  /** Adds a span in which the agent worked; no two of them overlap. */
  void addHandling(Span worked) {
    handling += worked.within(stretch.span()).length();
  }

  /** Adds the part of a leg, and of its effort, that falls into it. */
  void addLeg(Handling leg) {
    sum = Math.addExact(sum, leg.span().within(stretch.span()).length());
    effort =
        Math.addExact(
            effort,
            leg.effortBefore(stretch.span().end()) - leg.effortBefore(stretch.span().start()));
  }

  Totals totals() {
    long length = stretch.span().length();
    return Totals.builder(Occupancy.FAMILY)
        .add(Occupancy.HANDLING_MS, handling)
        .add(Occupancy.IDLE_MS, stretch.routable() ? length - handling : 0)
        .add(Occupancy.PAID_MS, stretch.paid() ? length : 0)
        .add(Occupancy.EFFORT_MS, effort)
        .add(Occupancy.HANDLING_SUM_MS, sum)
        .build();
  }
}

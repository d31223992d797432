package org.contactroi.agent;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.Occupancy;
import org.contactroi.kpi.family.Offers;

/**
 * What an agent adds in a span of time to all families: time to occupancy, and what happens at a
 * moment to the hour of it under the agent's team then.
 */
public final class AgentSpan {

  /** Slices of what agents do are those of every version of a policy. */
  private static final String ANY_VERSION = "";

  private final Span span;
  private final Timeline timeline;
  private final TenantCalendar calendar;
  private final Contributions contributions = Contributions.under(ANY_VERSION);

  private AgentSpan(Span span, Timeline timeline, TenantCalendar calendar) {
    this.span = span;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  /**
   * Totals by hour. No total is zero. Those of adjacent spans add up to the totals of both.
   *
   * @param span not empty
   * @param work in the span or not
   * @param answers in the span or not, one for each survey
   */
  public static Map<Cell, Totals> contributions(
      Span span,
      Timeline timeline,
      AgentWork work,
      List<AgentAnswer> answers,
      TenantCalendar calendar) {
    AgentSpan agent = new AgentSpan(span, timeline, calendar);
    agent.addTime(work.legs());
    work.rings().forEach(agent::add);
    answers.forEach(agent::add);
    return agent.contributions.cells();
  }

  private void addTime(List<Handling> legs) {
    AgentTime.of(span, timeline, legs, calendar)
        .forEach(
            (place, totals) ->
                contributions.add(
                    place.hour(),
                    Dimensions.ofTeam(place.team()),
                    Totals.builder(Occupancy.FAMILY).add(totals)));
  }

  private void add(Ring ring) {
    if (span.contains(ring.closed())) {
      contributions.add(
          calendar.hour(ring.closed()).start(),
          Dimensions.ofOffer(timeline.team(ring.closed()), ring.queue()),
          Offers.totals(ring.outcome(), ring.length()));
    }
  }

  private void add(AgentAnswer answer) {
    if (span.contains(answer.at())) {
      contributions.add(
          calendar.hour(answer.at()).start(),
          Dimensions.ofTeam(timeline.team(answer.at())),
          Experience.agentAnswer(answer.satisfaction()));
    }
  }
}

package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contactroi.events.AgentStateChanged;

/**
 * Occupancy of one agent. Time is cut wherever anything changes: a state, a leg, an hour; each
 * piece is counted where it lies.
 */
final class OracleOccupancy {

  private static final List<String> SLICES = List.of("all", "team");

  private final OracleAgent agent;
  private final OracleWindows windows;

  private OracleOccupancy(OracleAgent agent, OracleWindows windows) {
    this.agent = agent;
    this.windows = windows;
  }

  static List<OracleContribution> of(OracleAgent agent, OracleWindows windows) {
    return new OracleOccupancy(agent, windows).contributions();
  }

  private List<OracleContribution> contributions() {
    List<OracleContribution> contributions = new ArrayList<>();
    List<Long> cuts = List.copyOf(cuts());
    for (int i = 1; i < cuts.size(); i++) {
      long from = cuts.get(i - 1);
      contributions.add(
          new OracleContribution(
              OracleFamily.OCCUPANCY,
              agent.tenant,
              from,
              Map.of("team", team(from)),
              SLICES,
              quantities(from, cuts.get(i))));
    }
    return contributions;
  }

  private SortedSet<Long> cuts() {
    SortedSet<Long> cuts = new TreeSet<>();
    agent.states.forEach(state -> cuts.add(OracleAgent.at(state)));
    for (OracleLeg leg : agent.legs) {
      cuts.add(leg.start);
      cuts.add(leg.settle);
    }
    if (!cuts.isEmpty()) {
      long last = cuts.last();
      for (long hour = windows.endOfHour(cuts.first()); hour < last; ) {
        cuts.add(hour);
        hour = windows.endOfHour(hour);
      }
    }
    return cuts;
  }

  private OracleQuantities quantities(long from, long until) {
    long length = until - from;
    boolean handling = false;
    long effort = 0;
    for (OracleLeg leg : agent.legs) {
      if (leg.start <= from && until <= leg.settle) {
        handling = true;
        effort += effortBefore(until, leg) - effortBefore(from, leg);
      }
    }
    OracleQuantities quantities = new OracleQuantities();
    quantities.add("handling_ms", handling ? length : 0).add("effort_ms", effort);
    // "only intervals whose end is known": the last state has none
    for (int i = 0; i + 1 < agent.states.size(); i++) {
      boolean lies =
          OracleAgent.at(agent.states.get(i)) <= from
              && until <= OracleAgent.at(agent.states.get(i + 1));
      if (lies) {
        quantities.add("idle_ms", state(i).getRoutable() && !handling ? length : 0);
        quantities.add("paid_ms", state(i).getPaid() ? length : 0);
      }
    }
    return quantities;
  }

  /** The share of the leg's effort that falls before the instant, so that shares add up. */
  private static long effortBefore(long instant, OracleLeg leg) {
    return HalfEven.ofProduct(leg.effort, instant - leg.start, leg.settle - leg.start);
  }

  private AgentStateChanged state(int i) {
    return (AgentStateChanged) agent.states.get(i).getPayload();
  }

  /** The team that the state entered last at or before the instant names. */
  private String team(long instant) {
    String team = "unknown";
    for (int i = 0; i < agent.states.size(); i++) {
      if (OracleAgent.at(agent.states.get(i)) <= instant) {
        team = state(i).getTeam() == null ? "unknown" : state(i).getTeam();
      }
    }
    return team;
  }
}

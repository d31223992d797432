package org.contactroi.oracle;

import java.time.Duration;
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

  /** "31 days is the reach of all this". */
  private static final long REACH = Duration.ofDays(31).toMillis();

  private final OracleAgent agent;
  private final OracleWindows windows;
  private final List<OracleLeg> legs;
  private final List<OracleContribution> contributions = new ArrayList<>();

  private OracleOccupancy(OracleAgent agent, OracleWindows windows) {
    this.agent = agent;
    this.windows = windows;
    // "a longer state or leg counts nothing"
    this.legs = agent.legs.stream().filter(leg -> leg.settle - leg.start <= REACH).toList();
  }

  static List<OracleContribution> of(OracleAgent agent, OracleWindows windows) {
    OracleOccupancy occupancy = new OracleOccupancy(agent, windows);
    occupancy.addPieces();
    occupancy.addLegsWithoutLength();
    return occupancy.contributions;
  }

  private void addPieces() {
    List<Long> cuts = List.copyOf(cuts());
    for (int i = 1; i < cuts.size(); i++) {
      long from = cuts.get(i - 1);
      long until = cuts.get(i);
      OracleQuantities quantities = new OracleQuantities();
      addStates(from, until, quantities);
      addLegs(from, until, quantities);
      add(from, quantities);
    }
  }

  private void add(long at, OracleQuantities quantities) {
    Map<String, String> values = Map.of("team", team(at));
    contributions.add(
        new OracleContribution(
            OracleFamily.OCCUPANCY, agent.tenant, at, values, SLICES, quantities));
  }

  private SortedSet<Long> cuts() {
    SortedSet<Long> cuts = new TreeSet<>();
    legs.forEach(leg -> addCuts(leg.start, leg.settle, cuts));
    for (int i = 0; i < agent.states.size(); i++) {
      cuts.add(entered(i));
      if (counts(i)) {
        addCuts(entered(i), entered(i + 1), cuts);
      }
    }
    if (!agent.states.isEmpty()) {
      cuts.add(entered(0) - REACH);
    }
    return cuts;
  }

  private void addCuts(long from, long until, SortedSet<Long> cuts) {
    cuts.add(from);
    for (long hour = windows.endOfHour(from); hour < until; hour = windows.endOfHour(hour)) {
      cuts.add(hour);
    }
    cuts.add(until);
  }

  private long entered(int i) {
    return OracleAgent.at(agent.states.get(i));
  }

  /** A state lasts until the next one; the end of the last one is not known. */
  private boolean counts(int i) {
    return i + 1 < agent.states.size() && entered(i + 1) - entered(i) <= REACH;
  }

  private void addStates(long from, long until, OracleQuantities quantities) {
    for (int i = 0; i < agent.states.size(); i++) {
      if (counts(i) && entered(i) <= from && until <= entered(i + 1)) {
        boolean idle = state(i).getRoutable() && !isHandling(from, until);
        quantities.add("idle_ms", idle ? until - from : 0);
        quantities.add("paid_ms", state(i).getPaid() ? until - from : 0);
      }
    }
  }

  private void addLegs(long from, long until, OracleQuantities quantities) {
    quantities.add("handling_ms", isHandling(from, until) ? until - from : 0);
    for (OracleLeg leg : legs) {
      if (covers(leg, from, until)) {
        quantities.add("effort_ms", effortBefore(until, leg) - effortBefore(from, leg));
      }
    }
  }

  private boolean isHandling(long from, long until) {
    return legs.stream().anyMatch(leg -> covers(leg, from, until));
  }

  private static boolean covers(OracleLeg leg, long from, long until) {
    return leg.start <= from && until <= leg.settle;
  }

  /** The effort up to an instant, rounded, so that the parts between instants add up to all. */
  private static long effortBefore(long instant, OracleLeg leg) {
    return HalfEven.ofProduct(leg.effort, instant - leg.start, leg.settle - leg.start);
  }

  /** "A leg without length puts its effort into the hour of its start." */
  private void addLegsWithoutLength() {
    for (OracleLeg leg : legs) {
      if (leg.settle <= leg.start) {
        add(leg.start, new OracleQuantities().add("effort_ms", leg.effort));
      }
    }
  }

  private AgentStateChanged state(int i) {
    return (AgentStateChanged) agent.states.get(i).getPayload();
  }

  /**
   * "that of the latest state, and a state that names no team leaves it as it was. Before the first
   * state it is the team of that one", of no more than 31 days.
   */
  private String team(long instant) {
    String team = "unknown";
    for (int i = 0; i < agent.states.size(); i++) {
      boolean tells = (i == 0 ? entered(0) - REACH : entered(i)) <= instant;
      if (tells && state(i).getTeam() != null) {
        team = state(i).getTeam();
      }
    }
    return team;
  }
}

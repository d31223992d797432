package org.contactroi.agent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Occupancy;
import org.jspecify.annotations.Nullable;

/** The same totals from the definition: looks at every step of time, and at all that is known. */
final class SlowAgentTime {

  private static final long REACH_MS = 31L * 24 * 3_600_000;
  private static final long HOUR_MS = 3_600_000;

  private final AgentHistory history;
  private final List<AgentState> states;
  private final ZoneId zone;

  SlowAgentTime(AgentHistory history, ZoneId zone) {
    this.history = history;
    this.states = new ArrayList<>(history.states());
    this.states.sort(null);
    this.zone = zone;
  }

  Map<TeamHour, Totals> totals() {
    Map<TeamHour, Totals> totals = new HashMap<>();
    long end = history.span().end();
    for (long at = history.span().start(); at < end; at += history.step()) {
      totals.merge(new TeamHour(hour(at), team(at)), step(at), Totals::plus);
    }
    totals.values().removeIf(Totals::isZero);
    return totals;
  }

  private Totals step(long at) {
    long step = history.step();
    boolean handling = false;
    long sum = 0;
    long effort = 0;
    for (Handling leg : history.legs()) {
      if (leg.settle() - leg.start() <= REACH_MS) {
        boolean isWork = leg.start() <= at && at < leg.settle();
        handling |= isWork;
        sum += isWork ? step : 0;
        effort += before(leg, at + step) - before(leg, at);
      }
    }
    AgentState now = lasting(at);
    return Totals.builder(Occupancy.FAMILY)
        .add(Occupancy.HANDLING_MS, handling ? step : 0)
        .add(Occupancy.IDLE_MS, now != null && now.routable() && !handling ? step : 0)
        .add(Occupancy.PAID_MS, now != null && now.paid() ? step : 0)
        .add(Occupancy.EFFORT_MS, effort)
        .add(Occupancy.HANDLING_SUM_MS, sum)
        .build();
  }

  /** Effort of a leg before an instant. */
  private static long before(Handling leg, long at) {
    if (leg.start() == leg.settle()) {
      return at > leg.start() ? leg.effort() : 0;
    }
    long passed = Math.max(0, Math.min(at, leg.settle()) - leg.start());
    return BigDecimal.valueOf(leg.effort() * passed)
        .divide(BigDecimal.valueOf(leg.settle() - leg.start()), 0, RoundingMode.HALF_EVEN)
        .longValue();
  }

  /** The state at an instant if its end is known. */
  private @Nullable AgentState lasting(long at) {
    int current = current(at);
    if (current < 0 || current == states.size() - 1) {
      return null;
    }
    AgentState state = states.get(current);
    return states.get(current + 1).at() - state.at() <= REACH_MS ? state : null;
  }

  private int current(long at) {
    int current = -1;
    while (current + 1 < states.size() && states.get(current + 1).at() <= at) {
      current++;
    }
    return current;
  }

  private String team(long at) {
    int current = current(at);
    if (current < 0 && !states.isEmpty() && states.get(0).at() - at <= REACH_MS) {
      current = 0;
    }
    for (int i = current; i >= 0; i--) {
      String team = states.get(i).team();
      if (team != null) {
        return team;
      }
    }
    return "unknown";
  }

  private long hour(long at) {
    long midnight =
        Instant.ofEpochMilli(at)
            .atZone(zone)
            .toLocalDate()
            .atStartOfDay(zone)
            .toInstant()
            .toEpochMilli();
    return at - (at - midnight) % HOUR_MS;
  }
}

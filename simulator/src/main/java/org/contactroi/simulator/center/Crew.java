package org.contactroi.simulator.center;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Staff.Team;
import org.jspecify.annotations.Nullable;

/**
 * A team at work: who of it is free, by the number of contacts they have, the longest free first.
 */
final class Crew {

  private final Team team;
  private final List<Line> lines;
  private final List<Chain<Agent>> free = new ArrayList<>();

  Crew(Team team, List<Line> lines) {
    this.team = team;
    this.lines = List.copyOf(lines);
    for (int load = 0; load < team.chats(); load++) {
      free.add(new Chain<>());
    }
  }

  Team team() {
    return team;
  }

  /** Those who are free and have so many contacts. */
  Chain<Agent> free(int load) {
    return free.get(load);
  }

  /** Returns who takes the next contact of a mode, null if nobody is free. */
  @Nullable Agent next(Mode mode) {
    int loads = mode.isExclusive() ? 1 : free.size();
    for (int load = 0; load < loads; load++) {
      Agent agent = free.get(load).first();
      if (agent != null) {
        return agent;
      }
    }
    return null;
  }

  /** Returns who of all its queues is served next, null if nobody waits. */
  @Nullable Waiter mostUrgent() {
    Waiter most = null;
    for (Line line : lines) {
      most = Line.moreUrgent(most, line.mostUrgent());
    }
    return most;
  }
}

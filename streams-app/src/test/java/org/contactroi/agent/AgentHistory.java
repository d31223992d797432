package org.contactroi.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random history of one agent in which anything may happen: states at the same instant, without a
 * team, far apart; legs that overlap, have no length, settle before they start or last too long.
 *
 * @param step all times are multiples of it, ms
 */
record AgentHistory(Span span, long step, List<AgentState> states, List<Handling> legs) {

  private static final String[] TEAMS = {"red", "blue", "unknown"};
  private static final String[] SYSTEMS = {"acd", "wfm"};

  static AgentHistory of(Random random, Span span, long step) {
    List<AgentState> states = new ArrayList<>();
    for (int left = random.nextInt(12); left > 0; left--) {
      states.add(state(random, time(random, span, step), left));
    }
    List<Handling> legs = new ArrayList<>();
    for (int left = random.nextInt(12); left > 0; left--) {
      legs.add(leg(random, span, step));
    }
    return new AgentHistory(span, step, states, legs);
  }

  private static AgentState state(Random random, long at, int id) {
    return new AgentState(
        "e" + id,
        at,
        SYSTEMS[random.nextInt(SYSTEMS.length)],
        random.nextBoolean() ? null : (long) random.nextInt(3),
        random.nextInt(3) == 0 ? null : TEAMS[random.nextInt(TEAMS.length)],
        random.nextBoolean(),
        random.nextBoolean());
  }

  private static Handling leg(Random random, Span span, long step) {
    long start = time(random, span, step);
    long settle =
        switch (random.nextInt(5)) {
          case 0 -> start;
          case 1 -> time(random, span, step);
          default -> Math.min(span.end(), start + step * (1 + random.nextInt(20)));
        };
    return new Handling(start, settle, random.nextInt(100_000));
  }

  private static long time(Random random, Span span, long step) {
    long steps = (span.end() - span.start()) / step;
    return span.start() + step * (long) (random.nextDouble() * steps);
  }
}

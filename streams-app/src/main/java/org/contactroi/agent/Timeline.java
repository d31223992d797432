package org.contactroi.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The states of an agent, one after the other. A state lasts until the next one; the last one has
 * no known end, and neither has one whose next is further away than {@link #REACH_MS}.
 *
 * <p>The team at an instant is that of the latest state at or before it; a state that names none
 * has that of the state before. Before the first state it is that of the first, as far back as
 * {@link #REACH_MS}. Otherwise it is {@code unknown}.
 */
public final class Timeline {

  /**
   * Nobody is in one state or works on one leg for longer: where it seems so, an end was missed. It
   * bounds how far back an event can change anything.
   */
  public static final long REACH_MS = Duration.ofDays(31).toMillis();

  private static final String UNKNOWN = "unknown";
  private static final long BEGINNING = Long.MIN_VALUE;
  private static final long END = Long.MAX_VALUE;

  private final List<SteadySpan> stretches = new ArrayList<>();

  /**
   * A timeline, or a part of one that begins with a state whose team is known.
   *
   * @param states in any order
   */
  public Timeline(Collection<AgentState> states) {
    List<AgentState> ordered = states.stream().sorted().toList();
    addBeginning(ordered);
    String team = UNKNOWN;
    for (int i = 0; i < ordered.size(); i++) {
      AgentState state = ordered.get(i);
      team = state.team() == null ? team : state.team();
      add(state, team, i + 1 < ordered.size() ? ordered.get(i + 1).at() : END);
    }
  }

  /** The stretches that make up a span, in order and without gaps. */
  List<SteadySpan> within(Span span) {
    List<SteadySpan> parts = new ArrayList<>();
    for (SteadySpan stretch : stretches) {
      Span part = stretch.span().within(span);
      if (part.end() > part.start()) {
        parts.add(new SteadySpan(part, stretch.team(), stretch.routable(), stretch.paid()));
      }
    }
    return parts;
  }

  /**
   * The team at an instant.
   *
   * @param instant UTC ms
   */
  String team(long instant) {
    String team = UNKNOWN;
    for (SteadySpan stretch : stretches) {
      if (stretch.span().start() > instant) {
        break;
      }
      team = stretch.team();
    }
    return team;
  }

  private void addBeginning(List<AgentState> ordered) {
    if (ordered.isEmpty()) {
      stretches.add(new SteadySpan(new Span(BEGINNING, END), UNKNOWN, false, false));
      return;
    }
    AgentState first = ordered.get(0);
    String team = first.team() == null ? UNKNOWN : first.team();
    long reached = first.at() - REACH_MS;
    stretches.add(new SteadySpan(new Span(BEGINNING, reached), UNKNOWN, false, false));
    stretches.add(new SteadySpan(new Span(reached, first.at()), team, false, false));
  }

  private void add(AgentState state, String team, long next) {
    boolean known = next - state.at() <= REACH_MS;
    stretches.add(
        new SteadySpan(
            new Span(state.at(), next), team, known && state.routable(), known && state.paid()));
  }
}

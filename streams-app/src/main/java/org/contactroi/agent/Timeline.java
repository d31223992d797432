package org.contactroi.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * A timeline, or a part of one.
   *
   * @param teamBefore the latest team named before these states; null when there is none
   * @param states in any order
   */
  public Timeline(@Nullable String teamBefore, Collection<AgentState> states) {
    List<AgentState> ordered = states.stream().sorted().toList();
    addBeginning(ordered, teamBefore);
    String team = teamBefore == null ? UNKNOWN : teamBefore;
    for (int i = 0; i < ordered.size(); i++) {
      AgentState state = ordered.get(i);
      team = state.team() == null ? team : state.team();
      add(state, team, i + 1 < ordered.size() ? ordered.get(i + 1).at() : END);
    }
  }

  /** The stretches that make up a span, in order and without gaps. */
  List<Stretch> within(Span span) {
    List<Stretch> parts = new ArrayList<>();
    for (Stretch stretch : stretches) {
      Span part = stretch.span().within(span);
      if (part.end() > part.start()) {
        parts.add(new Stretch(part, stretch.team(), stretch.routable(), stretch.paid()));
      }
    }
    return parts;
  }

  private void addBeginning(List<AgentState> ordered, @Nullable String teamBefore) {
    String team = teamBefore == null ? UNKNOWN : teamBefore;
    if (ordered.isEmpty()) {
      stretches.add(new Stretch(new Span(BEGINNING, END), team, false, false));
      return;
    }
    AgentState first = ordered.get(0);
    String ahead = teamBefore == null && first.team() != null ? first.team() : team;
    long reached = first.at() - REACH_MS;
    stretches.add(new Stretch(new Span(BEGINNING, reached), team, false, false));
    stretches.add(new Stretch(new Span(reached, first.at()), ahead, false, false));
  }

  private void add(AgentState state, String team, long next) {
    boolean known = next - state.at() <= REACH_MS;
    stretches.add(
        new Stretch(
            new Span(state.at(), next), team, known && state.routable(), known && state.paid()));
  }
}

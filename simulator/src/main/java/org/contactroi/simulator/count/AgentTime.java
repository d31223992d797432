package org.contactroi.simulator.count;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.contactroi.simulator.ledger.AgentAnswer;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.scenario.Policy;

/** How an agent spends the time: what of it is handling, idle, paid. */
final class AgentTime {

  private static final long REACH = Duration.ofDays(31).toMillis();
  private static final List<Policy.Slice> SLICES =
      List.of(Policy.Slice.ALL, Policy.Slice.of("team"));
  private static final List<Policy.Slice> OFFER_SLICES =
      List.of(Policy.Slice.ALL, Policy.Slice.of("queue"), Policy.Slice.of("team"));

  private final List<AgentState> states = new ArrayList<>();
  private final List<Work> works = new ArrayList<>();
  private final List<Ring> rings = new ArrayList<>();
  private final List<AgentAnswer> answers = new ArrayList<>();
  private final NavigableMap<Long, String> teams = new TreeMap<>();

  /** Work on one leg. */
  private record Work(long from, long to, long effort) {

    /** The part of the effort up to a moment. */
    long effortUntil(long at) {
      return HalfEven.product(effort, at - from, to - from);
    }
  }

  /** An offer for a queue. */
  private record Ring(Offered offer, String queue) {}

  /** What is done with a part of a stretch that lies within one hour. */
  private interface Part {
    void take(long from, long to);
  }

  void note(AgentState state) {
    states.add(state);
  }

  /** Notes an offer to this agent. */
  void note(Offered offer, String queue) {
    rings.add(new Ring(offer, queue));
  }

  void note(AgentAnswer answer) {
    answers.add(answer);
  }

  /** Notes that no event says it. */
  void unsee(AgentAnswer answer) {
    answers.remove(answer);
  }

  /** Notes that no event says it. */
  void unsee(AgentState state) {
    int index = states.lastIndexOf(state);
    if (index >= 0) {
      states.remove(index);
    }
  }

  /** Returns when the last state was entered. */
  long lastAt() {
    return states.stream().mapToLong(AgentState::at).max().orElse(0);
  }

  /** Notes a turn of this agent; who knows when it settled knows how long it took. */
  void note(Turn turn) {
    long to = Math.max(turn.start(), turn.times().settled());
    if (turn.times().isSettleKnown() && to - turn.start() <= REACH) {
      works.add(new Work(turn.start(), to, turn.effort()));
    }
  }

  void addTo(Sums sums) {
    works.sort(Comparator.comparingLong(Work::from));
    noteTeams();
    rings.forEach(ring -> add(sums, ring));
    Map<String, AgentAnswer> last = new HashMap<>();
    answers.forEach(answer -> last.put(answer.survey(), answer));
    last.values().forEach(answer -> add(sums, answer));
    NavigableMap<Long, Span> handling = union();
    handling.values().forEach(span -> add(sums, span, "handling_ms"));
    works.forEach(work -> addEffort(sums, work));
    works.forEach(work -> add(sums, new Span(work.from(), work.to()), "handling_sum_ms"));
    for (int i = 0; i + 1 < states.size(); i++) {
      Span span = new Span(states.get(i).at(), states.get(i + 1).at());
      if (span.to() - span.from() <= REACH && span.to() > span.from()) {
        addState(sums, states.get(i).state(), span, handling);
      }
    }
  }

  private void add(Sums sums, Ring ring) {
    long at = ring.offer().closed();
    Map<String, String> values = Map.of("team", team(at), "queue", ring.queue());
    sums.addOfAgent("offers", at, values, OFFER_SLICES, ring.offer().amounts());
  }

  private void add(Sums sums, AgentAnswer answer) {
    Map<String, String> values = Map.of("team", team(answer.at()));
    Amounts amounts =
        new Amounts()
            .add("agent_answers", 1)
            .add("agent_satisfaction_sum", Experience.hundredths(answer.score()));
    sums.addOfAgent("experience", answer.at(), values, SLICES, amounts);
  }

  private String team(long at) {
    return teams.floorEntry(at).getValue();
  }

  private void addState(
      Sums sums, AgentState.State state, Span span, NavigableMap<Long, Span> handling) {
    if (state.isPaid()) {
      add(sums, span, "paid_ms");
    }
    if (state.isRoutable()) {
      without(span, handling).forEach(free -> add(sums, free, "idle_ms"));
    }
  }

  private void add(Sums sums, Span span, String measure) {
    byPart(sums, span, (from, to) -> add(sums, from, measure, to - from));
  }

  private void addEffort(Sums sums, Work work) {
    if (work.from() == work.to()) {
      add(sums, work.from(), "effort_ms", work.effort());
    } else {
      byPart(
          sums,
          new Span(work.from(), work.to()),
          (from, to) ->
              add(sums, from, "effort_ms", work.effortUntil(to) - work.effortUntil(from)));
    }
  }

  private void add(Sums sums, long at, String measure, long time) {
    Map<String, String> values = Map.of("team", team(at));
    sums.addOfAgent("occupancy", at, values, SLICES, new Amounts().add(measure, time));
  }

  /** Cuts at hours, and where the team changes. */
  private void byPart(Sums sums, Span span, Part part) {
    long from = span.from();
    while (from < span.to()) {
      Long change = teams.higherKey(from);
      long to = Math.min(sums.windows().hourEnd(from), change == null ? span.to() : change);
      part.take(from, Math.min(to, span.to()));
      from = to;
    }
  }

  /** A state that names no team leaves it; the first one's holds from 31 days before it on. */
  private void noteTeams() {
    teams.put(Long.MIN_VALUE, Countable.UNKNOWN);
    for (int i = 0; i < states.size(); i++) {
      String team = states.get(i).team();
      if (team != null && !team.equals(teams.lastEntry().getValue())) {
        teams.put(states.get(i).at() - (i == 0 ? REACH : 0), team);
      }
    }
  }

  /** Stretches with at least one leg, by their begin. */
  private NavigableMap<Long, Span> union() {
    NavigableMap<Long, Span> union = new TreeMap<>();
    for (Work work : works) {
      Span last = union.isEmpty() ? null : union.lastEntry().getValue();
      if (last != null && work.from() <= last.to()) {
        union.put(last.from(), new Span(last.from(), Math.max(last.to(), work.to())));
      } else if (work.to() > work.from()) {
        union.put(work.from(), new Span(work.from(), work.to()));
      }
    }
    return union;
  }

  /** What of a stretch lies in none of others, which do not overlap. */
  private static List<Span> without(Span span, NavigableMap<Long, Span> others) {
    List<Span> rest = new ArrayList<>();
    long from = span.from();
    Long before = others.floorKey(from);
    for (Span other : others.tailMap(before == null ? from : before, true).values()) {
      if (other.from() >= span.to()) {
        break;
      }
      if (other.from() > from) {
        rest.add(new Span(from, other.from()));
      }
      from = Math.max(from, other.to());
    }
    if (from < span.to()) {
      rest.add(new Span(from, span.to()));
    }
    return rest;
  }
}

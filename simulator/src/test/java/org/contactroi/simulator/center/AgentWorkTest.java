package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contactroi.events.Participant;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.scenario.Mode;
import org.junit.jupiter.api.Test;

/** Agents do what they say they do, and no more than they can. */
class AgentWorkTest {

  private static final Recorded DAY = Recorded.of(Shop.withoutAi(1));
  private static final Set<String> WORKING = Set.of("busy", "chatting", "after-work");
  private static final int MOST_CHATS = 3;

  private record Span(long from, long to) {}

  private static Map<String, List<Leg>> legsByAgent() {
    return DAY.legs.stream()
        .filter(leg -> leg.who().participant() == Participant.AGENT)
        .collect(Collectors.groupingBy(leg -> leg.who().id(), TreeMap::new, Collectors.toList()));
  }

  private static Map<String, List<AgentState>> statesByAgent() {
    return DAY.states.stream()
        .collect(Collectors.groupingBy(AgentState::agent, TreeMap::new, Collectors.toList()));
  }

  /** Joins spans that overlap or touch; those without length are nothing. */
  private static List<Span> union(List<Span> spans) {
    List<Span> union = new ArrayList<>();
    spans.stream()
        .filter(span -> span.to() > span.from())
        .sorted(Comparator.comparingLong(Span::from))
        .forEach(span -> join(union, span));
    return union;
  }

  private static void join(List<Span> union, Span span) {
    Span last = union.isEmpty() ? null : union.get(union.size() - 1);
    if (last == null || span.from() > last.to()) {
      union.add(span);
    } else {
      union.set(union.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
    }
  }

  private static List<Span> working(List<AgentState> states) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i + 1 < states.size(); i++) {
      if (WORKING.contains(states.get(i).state().name())) {
        spans.add(new Span(states.get(i).at(), states.get(i + 1).at()));
      }
    }
    return union(spans);
  }

  /** An agent who dials is busy before the leg begins. */
  private static Span handled(Leg leg) {
    return new Span(leg.start() - leg.parts().dial() - leg.parts().contacting(), leg.settled());
  }

  @Test
  void agentsSayTheyWorkExactlyWhileTheyHaveLegs() {
    Map<String, List<Leg>> legs = legsByAgent();

    assertThat(legs).hasSizeGreaterThan(30);
    statesByAgent()
        .forEach(
            (agent, states) ->
                assertThat(working(states))
                    .as(agent)
                    .isEqualTo(
                        union(
                            legs.getOrDefault(agent, List.of()).stream()
                                .map(AgentWorkTest::handled)
                                .toList())));
  }

  @Test
  void everyAgentHasGoneHomeInTheEnd() {
    statesByAgent()
        .values()
        .forEach(
            states -> assertThat(states.get(states.size() - 1).state()).isEqualTo(Agent.OFFLINE));
  }

  @Test
  void nobodyWorksOnAnythingBesideACall() {
    legsByAgent()
        .forEach(
            (agent, legs) -> {
              List<Span> calls =
                  legs.stream().filter(AgentWorkTest::isCall).map(AgentWorkTest::handled).toList();
              for (Span call : calls) {
                assertThat(legs.stream().filter(leg -> overlaps(handled(leg), call)))
                    .as(agent)
                    .hasSizeLessThanOrEqualTo(1);
              }
            });
  }

  private static boolean isCall(Leg leg) {
    return Mode.of(DAY.contact(leg.contact()).medium().channel()) == Mode.CALL;
  }

  private static boolean overlaps(Span one, Span other) {
    return one.from() < other.to() && other.from() < one.to();
  }

  @Test
  void nobodyHoldsMoreChatsThanTheTeamAllows() {
    assertThat(DAY.legs).extracting(leg -> leg.who().concurrency()).contains(2, MOST_CHATS);
    assertThat(DAY.legs)
        .allSatisfy(leg -> assertThat(leg.who().concurrency()).isBetween(1, MOST_CHATS));
    legsByAgent()
        .forEach(
            (agent, legs) ->
                legs.forEach(
                    leg ->
                        assertThat(
                                legs.stream()
                                    .filter(
                                        other ->
                                            other.start() <= leg.start()
                                                && other.settled() > leg.start()))
                            .as(agent)
                            .hasSizeLessThanOrEqualTo(MOST_CHATS)));
  }
}

package org.contactroi.oracle;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.simulator.count.Tally;
import org.contactroi.simulator.count.Utf8;
import org.contactroi.simulator.ledger.AgentAnswer;
import org.contactroi.simulator.ledger.AgentState;

/** Which states and answers of agents take part, in which order. */
final class OracleAgents {

  private static final Comparator<AgentEvent> ORDER =
      Comparator.comparing(OracleAgents::at)
          .thenComparing(AgentEvent::getSourceSystem, Utf8.ORDER)
          .thenComparing(AgentEvent::getSourceSeq, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(AgentEvent::getEventId, Utf8.ORDER);

  private OracleAgents() {}

  private static long at(AgentEvent event) {
    return event.getOccurredAt().toEpochMilli();
  }

  /** Events that take part, in order. */
  static List<AgentEvent> of(List<AcceptedAgentEvent> accepted) {
    return winners(accepted).stream()
        .map(AcceptedAgentEvent::event)
        .filter(event -> !event.getRetracted() && !event.getIsTest())
        .sorted(ORDER)
        .toList();
  }

  /** Adds what an event says. */
  static void addTo(Tally tally, AgentEvent event) {
    if (event.getPayload() instanceof AgentSurveyAnswered answered) {
      tally.add(answer(event, answered));
    } else {
      tally.add(state(event));
    }
  }

  private static AgentAnswer answer(AgentEvent event, AgentSurveyAnswered answered) {
    return new AgentAnswer(
        event.getTenantId(),
        answered.getAgentId(),
        answered.getSurveyId(),
        at(event),
        OracleMoments.score(
            answered.getScore(),
            answered.getScaleMin(),
            answered.getScaleMax(),
            answered.getHigherIsBetter()));
  }

  private static AgentState state(AgentEvent event) {
    AgentStateChanged state = (AgentStateChanged) event.getPayload();
    return new AgentState(
        event.getTenantId(),
        state.getAgentId(),
        state.getTeam(),
        at(event),
        new AgentState.State(
            state.getState(), state.getRoutable(), state.getProductive(), state.getPaid()));
  }

  /** An event is identified by tenant, agent and event_id; the winner is that of interactions. */
  private static Collection<AcceptedAgentEvent> winners(List<AcceptedAgentEvent> accepted) {
    Map<List<String>, AcceptedAgentEvent> winners = new LinkedHashMap<>();
    for (AcceptedAgentEvent record : accepted) {
      AgentEvent event = record.event();
      List<String> identity = List.of(event.getTenantId(), agentId(event), event.getEventId());
      winners.merge(identity, record, (a, b) -> b.winsOver(a) ? b : a);
    }
    return winners.values();
  }

  private static String agentId(AgentEvent event) {
    return event.getPayload() instanceof AgentStateChanged changed
        ? changed.getAgentId()
        : ((AgentSurveyAnswered) event.getPayload()).getAgentId();
  }
}

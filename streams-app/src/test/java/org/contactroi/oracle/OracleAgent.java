package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AgentSurveyAnswered;

/** One agent of a tenant: the states and the legs. */
final class OracleAgent {

  private static final Comparator<AgentEvent> ORDER =
      Comparator.comparing(OracleAgent::at)
          .thenComparing(AgentEvent::getSourceSystem, Utf8.ORDER)
          .thenComparing(AgentEvent::getSourceSeq, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(AgentEvent::getEventId, Utf8.ORDER);

  final String tenant;

  /** Changes of state that take part, in order. */
  final List<AgentEvent> states = new ArrayList<>();

  /** Human legs whose settling was seen. */
  final List<OracleLeg> legs = new ArrayList<>();

  private OracleAgent(String tenant) {
    this.tenant = tenant;
  }

  static long at(AgentEvent event) {
    return event.getOccurredAt().toEpochMilli();
  }

  /** All agents that the events of agents or the legs of interactions name. */
  static Collection<OracleAgent> of(
      List<AcceptedAgentEvent> accepted, List<OracleInteraction> interactions) {
    Map<List<String>, OracleAgent> agents = new LinkedHashMap<>();
    for (AcceptedAgentEvent winner : winners(accepted)) {
      AgentEvent event = winner.event();
      boolean takesPart = !event.getRetracted() && !event.getIsTest();
      if (takesPart && event.getPayload() instanceof AgentStateChanged) {
        agent(agents, event.getTenantId(), agentId(event)).states.add(event);
      }
    }
    agents.values().forEach(agent -> agent.states.sort(ORDER));
    for (OracleInteraction interaction : interactions) {
      for (OracleLeg leg : interaction.legs) {
        leg.participantId()
            .filter(id -> !interaction.test && leg.isHuman() && leg.isSettleSeen())
            .ifPresent(id -> agent(agents, interaction.tenant, id).legs.add(leg));
      }
    }
    return agents.values();
  }

  private static OracleAgent agent(
      Map<List<String>, OracleAgent> agents, String tenant, String id) {
    return agents.computeIfAbsent(List.of(tenant, id), none -> new OracleAgent(tenant));
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

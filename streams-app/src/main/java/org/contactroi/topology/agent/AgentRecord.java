package org.contactroi.topology.agent;

import org.contactroi.agent.AgentState;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.topology.stage.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An accepted event of an agent.
 *
 * @param at event time, UTC ms
 * @param state what it says; null when it is retracted, a test or of something else
 */
record AgentRecord(String eventId, long at, Revision revision, @Nullable AgentState state) {

  static AgentRecord of(byte[] wire, AgentEvent event) {
    return new AgentRecord(
        event.getEventId(),
        event.getOccurredAt().toEpochMilli(),
        new Revision(event.getRevision(), event.getRetracted(), wire),
        event.getRetracted() || event.getIsTest() ? null : state(event));
  }

  private static @Nullable AgentState state(AgentEvent event) {
    return event.getPayload() instanceof AgentStateChanged changed
        ? new AgentState(
            event.getEventId(),
            event.getOccurredAt().toEpochMilli(),
            event.getSourceSystem(),
            event.getSourceSeq(),
            changed.getTeam(),
            changed.getRoutable(),
            changed.getPaid())
        : null;
  }
}

package org.contactroi.agent;

import org.jspecify.annotations.Nullable;

/**
 * A state an agent entered, until the next one.
 *
 * @param eventId identity within the agent
 * @param at event time, UTC ms
 * @param sourceSystem system that sent it
 * @param sourceSeq its sequence number there, if any
 * @param team team of the agent; null when the source says nothing about it
 * @param routable work can be offered
 * @param paid counts as paid time
 */
public record AgentState(
    String eventId,
    long at,
    String sourceSystem,
    @Nullable Long sourceSeq,
    @Nullable String team,
    boolean routable,
    boolean paid)
    implements AgentMoment, Comparable<AgentState> {

  @Override
  public int compareTo(AgentState other) {
    return ORDER.compare(this, other);
  }
}

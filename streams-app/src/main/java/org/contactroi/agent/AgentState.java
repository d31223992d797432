package org.contactroi.agent;

import java.util.Comparator;
import org.contactroi.interaction.Utf8Order;
import org.jspecify.annotations.Nullable;

/**
 * A state an agent entered, until the next one. The order of an agent's states is (at,
 * source_system, source_seq with null first, event_id), strings by their UTF-8 bytes.
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
    implements Comparable<AgentState> {

  private static final Comparator<AgentState> ORDER =
      Comparator.comparingLong(AgentState::at)
          .thenComparing(AgentState::sourceSystem, Utf8Order.INSTANCE)
          .thenComparing(
              AgentState::sourceSeq, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
          .thenComparing(AgentState::eventId, Utf8Order.INSTANCE);

  @Override
  public int compareTo(AgentState other) {
    return ORDER.compare(this, other);
  }
}

package org.contactroi.agent;

import java.util.Comparator;
import org.contactroi.interaction.Utf8Order;
import org.jspecify.annotations.Nullable;

/**
 * Something an event says of an agent. The order of an agent's moments is (at, source_system,
 * source_seq with null first, event_id), strings by their UTF-8 bytes.
 */
public interface AgentMoment {

  Comparator<AgentMoment> ORDER =
      Comparator.comparingLong(AgentMoment::at)
          .thenComparing(AgentMoment::sourceSystem, Utf8Order.INSTANCE)
          .thenComparing(
              AgentMoment::sourceSeq, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
          .thenComparing(AgentMoment::eventId, Utf8Order.INSTANCE);

  /** Identity within the agent. */
  String eventId();

  /** Event time, UTC ms. */
  long at();

  /** System that sent it. */
  String sourceSystem();

  /** Its sequence number there, if any. */
  @Nullable Long sourceSeq();
}

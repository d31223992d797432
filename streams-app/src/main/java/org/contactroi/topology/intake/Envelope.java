package org.contactroi.topology.intake;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.events.CustomerErased;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.CustomerStatusChanged;
import org.contactroi.events.InteractionEvent;

/**
 * What decides on an event's acceptance, whatever it is an event of.
 *
 * @param event the whole of it
 * @param subject whom or what it is about: the key its record has to have
 */
public record Envelope(
    SpecificRecordBase event,
    String tenant,
    String subject,
    String eventId,
    Instant occurredAt,
    Instant observedAt,
    Object payload) {

  public static Envelope of(InteractionEvent event) {
    return new Envelope(
        event,
        event.getTenantId(),
        event.getInteractionId(),
        event.getEventId(),
        event.getOccurredAt(),
        event.getObservedAt(),
        event.getPayload());
  }

  public static Envelope of(AgentEvent event) {
    return new Envelope(
        event,
        event.getTenantId(),
        agent(event.getPayload()),
        event.getEventId(),
        event.getOccurredAt(),
        event.getObservedAt(),
        event.getPayload());
  }

  public static Envelope of(CustomerEvent event) {
    return new Envelope(
        event,
        event.getTenantId(),
        customer(event.getPayload()),
        event.getEventId(),
        event.getOccurredAt(),
        event.getObservedAt(),
        event.getPayload());
  }

  private static String customer(Object payload) {
    if (payload instanceof CustomerStatusChanged status) {
      return status.getCustomerKey();
    }
    if (payload instanceof CustomerErased erased) {
      return erased.getCustomerKey();
    }
    throw new IllegalStateException("no customer in " + payload.getClass());
  }

  private static String agent(Object payload) {
    if (payload instanceof AgentStateChanged state) {
      return state.getAgentId();
    }
    if (payload instanceof AgentSurveyAnswered answer) {
      return answer.getAgentId();
    }
    throw new IllegalStateException("no agent in " + payload.getClass());
  }
}

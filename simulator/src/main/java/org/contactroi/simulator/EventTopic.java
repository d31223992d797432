package org.contactroi.simulator;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.events.CustomerErased;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.CustomerStatusChanged;
import org.contactroi.events.InteractionEvent;

/** The topics of events, each with the kind of event it holds. */
public enum EventTopic {
  /** {@link InteractionEvent} by interaction. */
  INTERACTION_EVENTS("interaction-events", InteractionEvent.class),
  /** {@link AgentEvent} by agent. */
  AGENT_EVENTS("agent-events", AgentEvent.class),
  /** {@link CustomerEvent} by customer. */
  CUSTOMER_EVENTS("customer-events", CustomerEvent.class);

  private final String suffix;
  private final Class<?> type;

  EventTopic(String suffix, Class<?> type) {
    this.suffix = suffix;
    this.type = type;
  }

  /**
   * Returns the topic of an event.
   *
   * @throws IllegalArgumentException if it is no event
   */
  public static EventTopic of(SpecificRecord event) {
    for (EventTopic topic : values()) {
      if (topic.type.isInstance(event)) {
        return topic;
      }
    }
    throw new IllegalArgumentException(event.getSchema().getFullName() + " is no event");
  }

  /** Returns the name of the topic without the prefix of all topics. */
  public String suffix() {
    return suffix;
  }

  /** Returns the key of the record that carries an event of this topic. */
  public String key(SpecificRecord event) {
    return switch (this) {
      case INTERACTION_EVENTS -> ((InteractionEvent) event).getInteractionId();
      case AGENT_EVENTS -> agent(((AgentEvent) event).getPayload());
      case CUSTOMER_EVENTS -> customer(((CustomerEvent) event).getPayload());
    };
  }

  /** Returns when an event of this topic was observed: when it is due to be published. */
  public Instant observedAt(SpecificRecord event) {
    return switch (this) {
      case INTERACTION_EVENTS -> ((InteractionEvent) event).getObservedAt();
      case AGENT_EVENTS -> ((AgentEvent) event).getObservedAt();
      case CUSTOMER_EVENTS -> ((CustomerEvent) event).getObservedAt();
    };
  }

  /** Returns when what an event of this topic says happened. */
  public Instant occurredAt(SpecificRecord event) {
    return switch (this) {
      case INTERACTION_EVENTS -> ((InteractionEvent) event).getOccurredAt();
      case AGENT_EVENTS -> ((AgentEvent) event).getOccurredAt();
      case CUSTOMER_EVENTS -> ((CustomerEvent) event).getOccurredAt();
    };
  }

  /** Returns the tenant of an event of this topic. */
  public String tenantId(SpecificRecord event) {
    return switch (this) {
      case INTERACTION_EVENTS -> ((InteractionEvent) event).getTenantId();
      case AGENT_EVENTS -> ((AgentEvent) event).getTenantId();
      case CUSTOMER_EVENTS -> ((CustomerEvent) event).getTenantId();
    };
  }

  private static String agent(Object payload) {
    return payload instanceof AgentStateChanged changed
        ? changed.getAgentId()
        : ((AgentSurveyAnswered) payload).getAgentId();
  }

  private static String customer(Object payload) {
    return payload instanceof CustomerStatusChanged changed
        ? changed.getCustomerKey()
        : ((CustomerErased) payload).getCustomerKey();
  }
}

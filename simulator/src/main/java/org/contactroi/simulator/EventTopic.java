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
  INTERACTION_EVENTS("interaction-events") {
    @Override
    public String key(SpecificRecord event) {
      return ((InteractionEvent) event).getInteractionId();
    }

    @Override
    public Instant observedAt(SpecificRecord event) {
      return ((InteractionEvent) event).getObservedAt();
    }
  },
  /** {@link AgentEvent} by agent. */
  AGENT_EVENTS("agent-events") {
    @Override
    public String key(SpecificRecord event) {
      Object payload = ((AgentEvent) event).getPayload();
      return payload instanceof AgentStateChanged changed
          ? changed.getAgentId()
          : ((AgentSurveyAnswered) payload).getAgentId();
    }

    @Override
    public Instant observedAt(SpecificRecord event) {
      return ((AgentEvent) event).getObservedAt();
    }
  },
  /** {@link CustomerEvent} by customer. */
  CUSTOMER_EVENTS("customer-events") {
    @Override
    public String key(SpecificRecord event) {
      Object payload = ((CustomerEvent) event).getPayload();
      return payload instanceof CustomerStatusChanged changed
          ? changed.getCustomerKey()
          : ((CustomerErased) payload).getCustomerKey();
    }

    @Override
    public Instant observedAt(SpecificRecord event) {
      return ((CustomerEvent) event).getObservedAt();
    }
  };

  private final String suffix;

  EventTopic(String suffix) {
    this.suffix = suffix;
  }

  /**
   * Returns the topic of an event.
   *
   * @throws IllegalArgumentException if it is no event
   */
  public static EventTopic of(SpecificRecord event) {
    if (event instanceof InteractionEvent) {
      return INTERACTION_EVENTS;
    }
    if (event instanceof AgentEvent) {
      return AGENT_EVENTS;
    }
    if (event instanceof CustomerEvent) {
      return CUSTOMER_EVENTS;
    }
    throw new IllegalArgumentException(event.getSchema().getFullName() + " is no event");
  }

  /** Returns the name of the topic without the prefix of all topics. */
  public String suffix() {
    return suffix;
  }

  /** Returns the key of the record that carries an event of this topic. */
  public abstract String key(SpecificRecord event);

  /** Returns when an event of this topic was observed: when it is due to be published. */
  public abstract Instant observedAt(SpecificRecord event);
}

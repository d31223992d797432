package org.contactroi.simulator;

import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
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
  /** By interaction. */
  INTERACTION_EVENTS(
      "interaction-events",
      InteractionEvent.class,
      InteractionEvent::getInteractionId,
      InteractionEvent::getObservedAt),
  /** By agent. */
  AGENT_EVENTS("agent-events", AgentEvent.class, EventTopic::agent, AgentEvent::getObservedAt),
  /** By customer. */
  CUSTOMER_EVENTS(
      "customer-events", CustomerEvent.class, EventTopic::customer, CustomerEvent::getObservedAt);

  private final String suffix;
  private final Class<? extends SpecificRecord> kind;
  private final Function<SpecificRecord, String> key;
  private final Function<SpecificRecord, Instant> observedAt;

  <E extends SpecificRecord> EventTopic(
      String suffix, Class<E> kind, Function<E, String> key, Function<E, Instant> observedAt) {
    this.suffix = suffix;
    this.kind = kind;
    this.key = event -> key.apply(kind.cast(event));
    this.observedAt = event -> observedAt.apply(kind.cast(event));
  }

  private static String agent(AgentEvent event) {
    return event.getPayload() instanceof AgentStateChanged changed
        ? changed.getAgentId()
        : ((AgentSurveyAnswered) event.getPayload()).getAgentId();
  }

  private static String customer(CustomerEvent event) {
    return event.getPayload() instanceof CustomerStatusChanged changed
        ? changed.getCustomerKey()
        : ((CustomerErased) event.getPayload()).getCustomerKey();
  }

  /**
   * Returns the topic of an event.
   *
   * @throws IllegalArgumentException if it is no event
   */
  public static EventTopic of(SpecificRecord event) {
    return Stream.of(values())
        .filter(topic -> topic.kind.isInstance(event))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(event.getSchema().getFullName() + " is no event"));
  }

  /** Returns the name of the topic without the prefix of all topics. */
  public String suffix() {
    return suffix;
  }

  /** Returns the key of the record that carries an event of this topic. */
  public String key(SpecificRecord event) {
    return key.apply(event);
  }

  /** Returns when an event of this topic was observed: when it is due to be published. */
  public Instant observedAt(SpecificRecord event) {
    return observedAt.apply(event);
  }
}

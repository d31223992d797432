package org.contactroi.app.rejects;

import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.topic.Topics;
import org.contactroi.topology.intake.Envelope;

/**
 * What events of different revisions have in common.
 *
 * @param subject whom or what it is about: the key of its record
 */
record EventIdentity(String tenant, String subject, String eventId) {

  static EventIdentity of(SpecificRecord event) {
    Envelope envelope = envelope(event);
    return new EventIdentity(envelope.tenant(), envelope.subject(), envelope.eventId());
  }

  /** The topic that events of this kind are published to. */
  static String topic(SpecificRecord event, Topics topics) {
    if (event instanceof InteractionEvent) {
      return topics.interactionEvents();
    }
    return event instanceof AgentEvent ? topics.agentEvents() : topics.customerEvents();
  }

  private static Envelope envelope(SpecificRecord event) {
    if (event instanceof InteractionEvent interaction) {
      return Envelope.of(interaction);
    }
    if (event instanceof AgentEvent agent) {
      return Envelope.of(agent);
    }
    if (event instanceof CustomerEvent customer) {
      return Envelope.of(customer);
    }
    throw new IllegalArgumentException("no event: " + event.getSchema().getName());
  }
}

package org.contactroi.oracle;

import java.util.Arrays;
import org.contactroi.events.AgentEvent;

/** An accepted event of an agent: the Avro body as received, and what it decodes to. */
public final class AcceptedAgentEvent {

  private final byte[] body;
  private final AgentEvent event;

  /** An event received as the body. */
  public AcceptedAgentEvent(byte[] body, AgentEvent event) {
    this.body = body.clone();
    this.event = event;
  }

  /** The event as a writer with the present schema sends it. */
  public static AcceptedAgentEvent of(AgentEvent event) {
    return new AcceptedAgentEvent(AvroBody.of(event), event);
  }

  public AgentEvent event() {
    return event;
  }

  /** The rule of interactions: the greatest revision, then the retraction, then the body. */
  boolean winsOver(AcceptedAgentEvent other) {
    if (event.getRevision() != other.event.getRevision()) {
      return event.getRevision() > other.event.getRevision();
    }
    if (event.getRetracted() != other.event.getRetracted()) {
      return event.getRetracted();
    }
    return Arrays.compareUnsigned(body, other.body) > 0;
  }
}

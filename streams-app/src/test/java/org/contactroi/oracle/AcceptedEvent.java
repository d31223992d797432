package org.contactroi.oracle;

import java.util.Arrays;
import org.contactroi.events.InteractionEvent;

/** An accepted event of an interaction: the Avro body as received, and what it decodes to. */
public final class AcceptedEvent {

  private final byte[] body;
  private final InteractionEvent event;

  /** An event received as the body. */
  public AcceptedEvent(byte[] body, InteractionEvent event) {
    this.body = body.clone();
    this.event = event;
  }

  /** The event as a writer with the present schema sends it. */
  public static AcceptedEvent of(InteractionEvent event) {
    return new AcceptedEvent(AvroBody.of(event), event);
  }

  public InteractionEvent event() {
    return event;
  }

  /** "the greatest (revision, retracted, Avro body as received, unsigned bytes) wins". */
  boolean winsOver(AcceptedEvent other) {
    if (event.getRevision() != other.event.getRevision()) {
      return event.getRevision() > other.event.getRevision();
    }
    if (event.getRetracted() != other.event.getRetracted()) {
      return event.getRetracted();
    }
    return Arrays.compareUnsigned(body, other.body) > 0;
  }
}

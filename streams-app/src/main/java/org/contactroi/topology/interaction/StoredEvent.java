package org.contactroi.topology.interaction;

import org.contactroi.events.InteractionEvent;
import org.contactroi.interaction.event.Event;
import org.contactroi.topology.intake.EventMapping;
import org.contactroi.topology.stage.Revision;

/**
 * An accepted event with the bytes it came in: they decide between records of one identity, and
 * they are what is kept.
 */
record StoredEvent(Event event, Revision revision) {

  static StoredEvent of(byte[] wire, InteractionEvent event) {
    return new StoredEvent(
        EventMapping.map(event), new Revision(event.getRevision(), event.getRetracted(), wire));
  }

  byte[] wire() {
    return revision.wire();
  }

  /** Whether it, and not another record of the same identity, counts. */
  boolean winsOver(StoredEvent other) {
    return revision.winsOver(other.revision);
  }
}

package org.contactroi.topology;

import java.util.Arrays;
import org.contactroi.events.InteractionEvent;
import org.contactroi.interaction.Event;

/**
 * An accepted event with the bytes it came in: they decide between records of one identity, and
 * they are what is kept.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredEvent(Event event, int revision, byte[] wire) {

  /** Magic byte and schema id, before the Avro body. */
  private static final int HEADER_BYTES = 5;

  static StoredEvent of(byte[] wire, InteractionEvent event) {
    return new StoredEvent(EventMapping.map(event), event.getRevision(), wire);
  }

  /**
   * The greater of (revision, retracted, body as unsigned bytes) wins; equal ones do not differ.
   */
  boolean winsOver(StoredEvent other) {
    if (revision != other.revision) {
      return revision > other.revision;
    }
    if (event.retracted() != other.event.retracted()) {
      return event.retracted();
    }
    return Arrays.compareUnsigned(
            wire, HEADER_BYTES, wire.length, other.wire, HEADER_BYTES, other.wire.length)
        > 0;
  }
}

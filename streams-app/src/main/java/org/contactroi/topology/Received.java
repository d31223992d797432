package org.contactroi.topology;

import org.contactroi.events.InteractionEvent;

/** A record of the input as it was received: decoded, or not decodable at all. */
sealed interface Received {

  /** The record's value as it came. */
  byte[] wire();

  /**
   * A decoded event.
   *
   * @param wire the record's value: 5 bytes of header, then the Avro body
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Decoded(byte[] wire, InteractionEvent event) implements Received {}

  /**
   * Bytes that are no event.
   *
   * @param reason short and typed
   * @param detail what is wrong, without the payload
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Undecodable(byte[] wire, String reason, String detail) implements Received {}
}

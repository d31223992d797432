package org.contactroi.topology.intake;

/**
 * A record of the input as it was received: decoded, or not decodable at all; or a message of
 * another stage that came between such records.
 *
 * @param <E> the contract of the events
 */
public sealed interface Received<E> {

  /** The record's value as it came. */
  byte[] wire();

  /**
   * A decoded event.
   *
   * @param wire the record's value: 5 bytes of header, then the Avro body
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Decoded<E>(byte[] wire, E event) implements Received<E> {}

  /**
   * Bytes that are no event.
   *
   * @param reason short and typed
   * @param detail what is wrong, without the payload
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Undecodable<E>(byte[] wire, String reason, String detail) implements Received<E> {}

  /**
   * What another stage says.
   *
   * @param wire its message
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record FromStage<E>(byte[] wire) implements Received<E> {}
}

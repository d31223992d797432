package org.contactroi.topology.stage;

import java.util.Arrays;

/**
 * Decides between records of one identity.
 *
 * @param number greater ones win
 * @param retracted a retraction wins over what it takes back
 * @param wire the record's value as received; the greater Avro body wins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Revision(int number, boolean retracted, byte[] wire) {

  /** Magic byte and schema id, before the Avro body. */
  private static final int HEADER_BYTES = 5;

  /**
   * The greater of (revision, retracted, body as unsigned bytes) wins; equal ones do not differ.
   */
  public boolean winsOver(Revision other) {
    if (number != other.number) {
      return number > other.number;
    }
    if (retracted != other.retracted) {
      return retracted;
    }
    return Arrays.compareUnsigned(
            wire, HEADER_BYTES, wire.length, other.wire, HEADER_BYTES, other.wire.length)
        > 0;
  }
}

package org.contactroi.simulator;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What becomes of the bytes of an event on their way. */
public enum Damage {
  /** They arrive as they were sent. */
  NONE,
  /** The second half is missing. */
  CUT_OFF,
  /** The first byte is another one: the rest could be anything. */
  OTHER_FORMAT,
  /** They name a schema that no registry knows. */
  UNKNOWN_SCHEMA;

  private static final byte OTHER = '{';
  private static final int NO_SCHEMA = Integer.MAX_VALUE - 1;

  /** Returns the bytes as they arrive: a format byte, four bytes for the schema, the event. */
  public byte[] on(byte[] sent) {
    byte[] arrived = Arrays.copyOf(sent, this == CUT_OFF ? sent.length / 2 : sent.length);
    if (this == OTHER_FORMAT) {
      arrived[0] = OTHER;
    } else if (this == UNKNOWN_SCHEMA) {
      ByteBuffer.wrap(arrived).putInt(1, NO_SCHEMA);
    }
    return arrived;
  }
}

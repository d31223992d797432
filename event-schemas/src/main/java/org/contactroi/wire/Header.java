package org.contactroi.wire;

import org.contactroi.wire.UndecodableException.Reason;

/** The five bytes in front of every value: 0, then the schema's id, big endian. */
final class Header {
  static final byte MAGIC = 0;
  static final int LENGTH = 5;

  private Header() {}

  static void write(int id, byte[] target) {
    target[0] = MAGIC;
    target[1] = (byte) (id >>> 24);
    target[2] = (byte) (id >>> 16);
    target[3] = (byte) (id >>> 8);
    target[4] = (byte) id;
  }

  /** Returns the schema's id. */
  static int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      throw new UndecodableException(Reason.TRUNCATED, "the record has no bytes");
    }
    if (bytes[offset] != MAGIC) {
      throw new UndecodableException(
          Reason.UNKNOWN_MAGIC_BYTE, "the first byte is " + (bytes[offset] & 0xff) + ", not 0");
    }
    if (length < LENGTH) {
      throw new UndecodableException(
          Reason.TRUNCATED, "the record has " + length + " bytes, less than its header's 5");
    }
    return (bytes[offset + 1] & 0xff) << 24
        | (bytes[offset + 2] & 0xff) << 16
        | (bytes[offset + 3] & 0xff) << 8
        | (bytes[offset + 4] & 0xff);
  }
}

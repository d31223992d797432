package org.contactroi.benchmarks.dsl;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What the program counts.
 *
 * @param handledLegs AGENT legs with role PRIMARY
 * @param handleMs their handle time, ms
 * @param sessions bot sessions of interactions eligible for handoff
 * @param handedOff those of them that were handed off
 */
public record Tally(long handledLegs, long handleMs, long sessions, long handedOff) {

  /** Nothing. */
  public static final Tally ZERO = new Tally(0, 0, 0, 0);

  static final int BYTES = 4 * Long.BYTES;

  /** The sum of both. */
  public Tally plus(Tally other) {
    return new Tally(
        Math.addExact(handledLegs, other.handledLegs),
        Math.addExact(handleMs, other.handleMs),
        Math.addExact(sessions, other.sessions),
        Math.addExact(handedOff, other.handedOff));
  }

  /** What gives nothing together with this. */
  Tally negated() {
    return new Tally(-handledLegs, -handleMs, -sessions, -handedOff);
  }

  boolean isZero() {
    return equals(ZERO);
  }

  void write(ByteBuffer to) {
    to.putLong(handledLegs).putLong(handleMs).putLong(sessions).putLong(handedOff);
  }

  static Tally read(ByteBuffer from) {
    return new Tally(from.getLong(), from.getLong(), from.getLong(), from.getLong());
  }

  /** Its bytes in stores and on topics. */
  public static Serde<Tally> serde() {
    return Serdes.serdeFrom((topic, tally) -> bytes(tally), (topic, bytes) -> of(bytes));
  }

  private static byte[] bytes(Tally tally) {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    tally.write(buffer);
    return buffer.array();
  }

  private static Tally of(byte[] bytes) {
    return read(ByteBuffer.wrap(bytes));
  }
}

package org.contactroi.benchmarks.dsl;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What is to be added to the windows that hold an instant.
 *
 * @param at event time, UTC ms
 */
record DatedTally(long at, Tally tally) {

  static Serde<DatedTally> serde() {
    return Serdes.serdeFrom((topic, dated) -> dated.bytes(), (topic, bytes) -> of(bytes));
  }

  private byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + Tally.BYTES);
    buffer.putLong(at);
    tally.write(buffer);
    return buffer.array();
  }

  private static DatedTally of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new DatedTally(buffer.getLong(), Tally.read(buffer));
  }
}

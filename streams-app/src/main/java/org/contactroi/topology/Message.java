package org.contactroi.topology;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** What the records of a repartition topic hold: data by key, or a clock for all partitions. */
final class Message {

  /** Key of clocks; data never has an empty key. */
  static final byte[] CLOCK_KEY = {};

  private Message() {}

  static boolean isClock(byte[] key) {
    return key.length == 0;
  }

  static byte[] clock(Clock clock) {
    return AvroBytes.write(clock::write);
  }

  static Clock clock(byte[] value) {
    return AvroBytes.read(value, Clock::read);
  }

  /** Clocks go to every partition, data to the one of its key. */
  static final class Partitioner implements StreamPartitioner<byte[], byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(
        String topic, byte[] key, byte[] value, int partitions) {
      return isClock(key)
          ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
          : Optional.empty();
    }
  }
}

package org.contactroi.topology.stage;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.contactroi.topology.store.AvroBytes;

/**
 * What the records of a repartition topic hold: data by key, or what all partitions have to hear
 * of.
 */
public final class Message {

  /** Key of what goes to all partitions; data never has an empty key. */
  public static final byte[] TO_ALL = {};

  /** Key of clocks. */
  public static final byte[] CLOCK_KEY = TO_ALL;

  private Message() {}

  public static boolean isClock(byte[] key) {
    return key.length == 0;
  }

  public static byte[] clock(Clock clock) {
    return AvroBytes.write(clock::write);
  }

  public static Clock clock(byte[] value) {
    return AvroBytes.read(value, Clock::read);
  }

  /** Sends data to the partition of its key. */
  static final class Partitioner implements StreamPartitioner<byte[], byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(
        String topic, byte[] key, byte[] value, int partitions) {
      return key.length == TO_ALL.length
          ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
          : Optional.empty();
    }
  }
}

package org.contactroi.simulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.contactroi.simulator.ledger.ContactId;

/**
 * Which time a tenant has reached for certain in the partition of a contact, for every number of
 * partitions that a topic may have. Kafka chooses by murmur2 of the key.
 */
final class PartitionClocks {

  /** With more partitions, nothing can be said. */
  static final int MOST_PARTITIONS = 64;

  private final Map<String, long[][]> reached = new HashMap<>();

  /** Notes that an event of a contact arrived that is accepted. */
  void reach(ContactId contact, long time) {
    long[][] clocks = reached.computeIfAbsent(contact.tenant(), unseen -> newClocks());
    int hash = hash(contact);
    for (long[] partitions : clocks) {
      int partition = hash % partitions.length;
      partitions[partition] = Math.max(partitions[partition], time);
    }
  }

  /** Returns the least that is reached, whatever the number of partitions. */
  long reached(ContactId contact) {
    long[][] clocks = reached.computeIfAbsent(contact.tenant(), unseen -> newClocks());
    int hash = hash(contact);
    long least = Long.MAX_VALUE;
    for (long[] partitions : clocks) {
      least = Math.min(least, partitions[hash % partitions.length]);
    }
    return least;
  }

  private static long[][] newClocks() {
    long[][] clocks = new long[MOST_PARTITIONS][];
    for (int i = 0; i < MOST_PARTITIONS; i++) {
      clocks[i] = new long[i + 1];
      Arrays.fill(clocks[i], Long.MIN_VALUE);
    }
    return clocks;
  }

  static int hash(ContactId contact) {
    byte[] key = contact.interaction().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key));
  }
}

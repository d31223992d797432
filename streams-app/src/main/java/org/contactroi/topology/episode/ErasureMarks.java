package org.contactroi.topology.episode;

import java.util.BitSet;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which partitions before this one have erased a customer, for as long as one is missing: until
 * then it may still send something of the time before.
 */
final class ErasureMarks {

  private final KeyValueStore<String, byte[]> store;
  private final int partitions;

  /**
   * Marks of all customers.
   *
   * @param partitions of the stage before
   */
  ErasureMarks(KeyValueStore<String, byte[]> store, int partitions) {
    this.store = store;
    this.partitions = partitions;
  }

  /**
   * Notes that a partition has erased the customer of a key.
   *
   * @return whether all have; then the marks are gone
   */
  boolean complete(String key, int partition) {
    byte[] before = store.get(key);
    BitSet marks = before == null ? new BitSet() : BitSet.valueOf(before);
    marks.set(partition);
    boolean isComplete = marks.cardinality() == partitions;
    store.put(key, isComplete ? null : marks.toByteArray());
    return isComplete;
  }
}

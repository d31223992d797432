package org.contactroi.topology.stage;

import org.jspecify.annotations.Nullable;

/** Where a stage hands out records. */
@FunctionalInterface
public interface Outlet {

  /**
   * Hands out a record.
   *
   * @param topic or the repartition to the next stage
   * @param value null is a tombstone
   */
  void emit(byte[] key, String topic, byte @Nullable [] value);
}

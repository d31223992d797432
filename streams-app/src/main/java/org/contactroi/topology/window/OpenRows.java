package org.contactroi.topology.window;

import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.RowKey;
import org.jspecify.annotations.Nullable;

/** Hours and days that time has passed and in which something still waits for episodes. */
final class OpenRows {

  private static final byte[] NOTHING = {};

  private final RowIndex stored;

  OpenRows(KeyValueStore<String, byte[]> store) {
    this.stored = new RowIndex(store);
  }

  /** Notes whether a row is one of them. */
  void put(RowKey key, boolean isOpen) {
    boolean wasOpen = stored.get(key) != null;
    if (isOpen && !wasOpen) {
      stored.put(key, NOTHING);
    } else if (wasOpen && !isOpen) {
      stored.remove(key);
    }
  }

  /** The first ones of a tenant behind another; from the first on if that is null. */
  List<RowKey> after(String tenant, @Nullable RowKey last, int most) {
    return stored.after(tenant, last, most);
  }
}

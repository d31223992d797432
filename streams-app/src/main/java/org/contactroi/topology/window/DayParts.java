package org.contactroi.topology.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Families;
import org.contactroi.roi.valuation.DayPart;

/**
 * Windows that statements are made of and that have changed since the stage of statements was told
 * of them. It is told at intervals, and once of a window however often that has changed; those that
 * wait for it are stored.
 */
final class DayParts {

  private static final byte[] NOTHING = {};

  private final KeyValueStore<String, byte[]> store;
  private final Set<String> stored = new LinkedHashSet<>();
  private final Set<TotalsKey> changed = new LinkedHashSet<>();

  DayParts(KeyValueStore<String, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<String, byte[]> left = store.all()) {
      left.forEachRemaining(
          entry -> {
            stored.add(entry.key);
            changed.add(Families.key(entry.key));
          });
    }
  }

  /** Notes a window whose totals or status changed. */
  void changed(TotalsKey key) {
    if (DayPart.isWanted(key)) {
      changed.add(key);
    }
  }

  /** Stores what is left. */
  void keep() {
    for (TotalsKey key : changed) {
      String text = key.text();
      if (stored.add(text)) {
        store.put(text, NOTHING);
      }
    }
  }

  /** Takes out what has changed. */
  List<TotalsKey> take() {
    List<TotalsKey> taken = new ArrayList<>(changed);
    changed.clear();
    stored.forEach(store::delete);
    stored.clear();
    return taken;
  }
}

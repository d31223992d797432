package org.contactroi.topology.window;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Families;
import org.contactroi.roi.valuation.DayPart;

/**
 * Windows that statements are made of and that have changed since the stage of statements was told
 * of them. It is told at intervals, and once of a window however often that has changed.
 */
final class DayParts {

  private static final byte[] NOTHING = {};

  private final KeyValueStore<String, byte[]> store;
  private final WindowStore windows;
  private final Set<String> changed = new LinkedHashSet<>();

  DayParts(KeyValueStore<String, byte[]> store, WindowStore windows) {
    this.store = store;
    this.windows = windows;
    try (KeyValueIterator<String, byte[]> left = store.all()) {
      left.forEachRemaining(entry -> changed.add(entry.key));
    }
  }

  /** Notes a window whose totals or status changed. */
  void changed(TotalsKey key) {
    if (DayPart.isWanted(key) && changed.add(key.text())) {
      store.put(key.text(), NOTHING);
    }
  }

  /** Hands out what has changed. */
  void drain(Consumer<DayPart> outlet) {
    for (String text : changed) {
      TotalsKey key = Families.key(text);
      outlet.accept(DayPart.of(key, windows.isOpen(key), windows.totals(key)));
      store.delete(text);
    }
    changed.clear();
  }
}

package org.contactroi.topology;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;

/**
 * Windows that statements are made of and that have changed since the stage of statements was told
 * of them. It is told at intervals, and once of a window however often that has changed.
 */
final class DayParts {

  /** Of days; of saving it is whether they are open. */
  private static final Set<Family> BY_DAY =
      Set.of(Saving.FAMILY, Sales.FAMILY, Experience.FAMILY, FirstContactResolution.FAMILY);

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
    if (isWanted(key) && changed.add(key.text())) {
      store.put(key.text(), NOTHING);
    }
  }

  /** Hands out what has changed. */
  void drain(Consumer<DayPart> outlet) {
    for (String text : changed) {
      outlet.accept(part(Families.key(text)));
      store.delete(text);
    }
    changed.clear();
  }

  /** Whether statements are made of a window. */
  static boolean isWanted(TotalsKey key) {
    return key.slice().by().equals(SliceBy.ALL.id())
        && (key.window() == WindowSize.DAY
            ? BY_DAY.contains(key.family())
            : key.window() == WindowSize.HOUR && key.family().isPriced());
  }

  private DayPart part(TotalsKey key) {
    boolean isDay = key.window() == WindowSize.DAY;
    Totals totals =
        isDay && key.family() == Saving.FAMILY ? Totals.zero(Saving.FAMILY) : windows.totals(key);
    return new DayPart(key.tenant(), isDay, key.start(), windows.isOpen(key), totals);
  }
}

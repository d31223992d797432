package org.contactroi.topology.window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.WindowSize;

/**
 * The minutes of the last hours, in rows of a quarter of an hour: what trailing gauges are made of.
 * Rows that are touched are held until the next commit.
 */
final class QuarterStore {

  private final RowIndex stored;
  private final Map<RowKey, RecentMinutes> held = new LinkedHashMap<>();

  QuarterStore(KeyValueStore<String, byte[]> store) {
    this.stored = new RowIndex(store);
  }

  /**
   * Adds to a minute.
   *
   * @param minute its start, UTC ms
   */
  void add(String tenant, Slice slice, long minute, Totals difference) {
    long start = TenantCalendar.quarter(minute).start();
    held.computeIfAbsent(
            new RowKey(tenant, slice, WindowSize.QUARTER, start),
            key -> RecentMinutes.of(stored.get(key)))
        .add(minute, difference);
  }

  /** Empties the rows that start before an instant, UTC ms. */
  void removeBefore(String tenant, long instant) {
    stored
        .starting(tenant, WindowSize.QUARTER, 0, instant)
        .forEach(key -> held.put(key, RecentMinutes.of(null)));
  }

  /** Writes what is held and hands it out. */
  void write(BiConsumer<RowKey, RecentMinutes> outlet) {
    held.forEach(
        (key, minutes) -> {
          if (minutes.isEmpty()) {
            stored.remove(key);
          } else {
            stored.put(key, minutes.encode());
          }
          outlet.accept(key, minutes);
        });
    held.clear();
  }
}

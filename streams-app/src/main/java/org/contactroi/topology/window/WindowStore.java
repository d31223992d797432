package org.contactroi.topology.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;

/**
 * The hours and days of all tenants. A row is read when it is touched first and held until it is
 * written, with all others of its slice, before the next commit.
 */
final class WindowStore {

  /** Rows that are held at most, but for what one slice needs: some are large. */
  private static final int MOST_HELD = 1_000;

  private final RowIndex stored;
  private final Supplier<Policies> policies;
  private final Map<RowKey, WindowRow> held = new LinkedHashMap<>();
  private final Map<String, TenantCalendar> calendars = new HashMap<>();

  WindowStore(KeyValueStore<String, byte[]> store, Supplier<Policies> policies) {
    this.stored = new RowIndex(store);
    this.policies = policies;
  }

  /** The row of a key. */
  WindowRow row(RowKey key) {
    WindowRow row = held.get(key);
    if (row == null) {
      row = WindowRow.of(key, window(key), stored.get(key));
      held.put(key, row);
    }
    return row;
  }

  /** The day of an hour. */
  WindowRow day(RowKey hour) {
    long start = calendar(hour.tenant()).day(hour.start()).start();
    return row(new RowKey(hour.tenant(), hour.slice(), WindowSize.DAY, start));
  }

  /** The rows of a tenant as they were at the last commit that start in [from, to), UTC ms. */
  List<RowKey> starting(String tenant, WindowSize size, long from, long to) {
    return stored.starting(tenant, size, from, to);
  }

  /**
   * The same, one after the other.
   *
   * @param taken whether a row was taken; after one that was not there are no more
   * @return whether all were taken
   */
  boolean takeStarting(
      String tenant, WindowSize size, long from, long to, Predicate<RowKey> taken) {
    return stored.takeStarting(tenant, size, from, to, taken);
  }

  /** The first instant in [from, to) at which one of them starts, UTC ms. */
  OptionalLong first(String tenant, WindowSize size, long from, long to) {
    return stored.first(tenant, size, from, to);
  }

  /** The window a key names. */
  Window window(RowKey key) {
    return calendar(key.tenant()).window(key.window(), key.start());
  }

  TenantCalendar calendar(String tenant) {
    return calendars.computeIfAbsent(tenant, t -> new TenantCalendar(policies.get().zone(t)));
  }

  /** The rows that are held, hours before days. */
  List<WindowRow> held() {
    List<WindowRow> rows = new ArrayList<>(held.values());
    rows.sort((one, other) -> one.key().window().compareTo(other.key().window()));
    return rows;
  }

  /** Whether it is time to write what is held. */
  boolean isFull() {
    return held.size() >= MOST_HELD;
  }

  /** Writes a row. */
  void write(WindowRow row) {
    if (row.isEmpty()) {
      stored.remove(row.key());
    } else {
      stored.put(row.key(), row.encode());
    }
  }

  /** Lets go of what was written. */
  void release() {
    held.clear();
  }
}

package org.contactroi.topology.window;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.jspecify.annotations.Nullable;

/**
 * A store of rows in the order of time, {@code tenant/window/start/slice/value}, so that settling
 * and expiry walk along them.
 */
final class RowIndex {

  /** Event times are after 1990 and before 2100: starts have at most 13 digits. */
  private static final int START_DIGITS = 13;

  private static final int PARTS = 5;
  private static final int VALUE = 4;
  private static final int SLICE = 3;
  private static final int START = 2;

  private final KeyValueStore<String, byte[]> store;

  RowIndex(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  byte @Nullable [] get(RowKey key) {
    return store.get(text(key));
  }

  void put(RowKey key, byte[] value) {
    store.put(text(key), value);
  }

  void remove(RowKey key) {
    store.delete(text(key));
  }

  /** The rows of a tenant that start in [from, to), UTC ms, in their order. */
  List<RowKey> starting(String tenant, WindowSize size, long from, long to) {
    List<RowKey> keys = new ArrayList<>();
    takeStarting(tenant, size, from, to, keys::add);
    return keys;
  }

  /**
   * Hands out the rows of a tenant that start in [from, to), UTC ms, in their order.
   *
   * @param taken whether a row was taken; after one that was not there are no more
   * @return whether all were taken
   */
  boolean takeStarting(
      String tenant, WindowSize size, long from, long to, Predicate<RowKey> taken) {
    if (from >= to) {
      return true;
    }
    String prefix = prefix(tenant, size);
    // No key is a bound: keys go on after the start.
    try (KeyValueIterator<String, byte[]> range =
        store.range(prefix + digits(from), prefix + digits(to))) {
      while (range.hasNext()) {
        if (!taken.test(parse(range.next().key))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The first instant in [from, to) at which a row of a tenant starts, UTC ms. */
  OptionalLong first(String tenant, WindowSize size, long from, long to) {
    String prefix = prefix(tenant, size);
    try (KeyValueIterator<String, byte[]> range =
        store.range(prefix + digits(from), prefix + digits(to))) {
      return range.hasNext()
          ? OptionalLong.of(parse(range.next().key).start())
          : OptionalLong.empty();
    }
  }

  /** The first rows of a tenant behind another; from the first on if that is null. */
  List<RowKey> after(String tenant, @Nullable RowKey last, int most) {
    List<RowKey> keys = new ArrayList<>();
    String from = last == null ? Keys.escape(tenant) + "/" : text(last) + "\0";
    // '0' follows '/', so that only keys that begin with the tenant and '/' are before it.
    try (KeyValueIterator<String, byte[]> range = store.range(from, Keys.escape(tenant) + "0")) {
      while (range.hasNext() && keys.size() < most) {
        keys.add(parse(range.next().key));
      }
    }
    return keys;
  }

  private static String prefix(String tenant, WindowSize size) {
    return Keys.escape(tenant) + "/" + size.id() + "/";
  }

  private static String text(RowKey key) {
    return prefix(key.tenant(), key.window())
        + digits(key.start())
        + "/"
        + key.slice().by()
        + "/"
        + key.slice().valueText();
  }

  private static String digits(long start) {
    String digits = Long.toString(Math.max(0, start));
    return "0".repeat(Math.max(0, START_DIGITS - digits.length())) + digits;
  }

  private static RowKey parse(String text) {
    String[] parts = text.split("/", PARTS);
    return new RowKey(
        Keys.unescape(parts[0]),
        TotalsKey.slice(parts[SLICE], parts[VALUE]),
        WindowSize.of(parts[1]),
        Long.parseLong(parts[START]));
  }
}

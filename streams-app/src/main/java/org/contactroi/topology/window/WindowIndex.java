package org.contactroi.topology.window;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;

/**
 * The hours and days that exist, by time, so that settling and expiry walk along them instead of
 * looking at every window. Keys are {@code tenant/size/start/family/slice/value}; the value of an
 * hour has one bit for each of its minutes that exist.
 */
final class WindowIndex {

  private static final long MINUTE_MS = 60_000;

  /**
   * An hour or a day of one series.
   *
   * @param minutes bit k: minute k of the hour exists
   */
  record Entry(TotalsKey key, long minutes) {

    /** Keys of the minutes that exist. */
    List<TotalsKey> minuteKeys() {
      List<TotalsKey> keys = new ArrayList<>(Long.bitCount(minutes));
      for (long left = minutes; left != 0; left &= left - 1) {
        long start = key.start() + Long.numberOfTrailingZeros(left) * MINUTE_MS;
        keys.add(new TotalsKey(key.tenant(), key.family(), key.slice(), WindowSize.MINUTE, start));
      }
      return keys;
    }
  }

  private final KeyValueStore<String, byte[]> store;

  WindowIndex(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** Adds an hour or a day that is not there yet. */
  void add(TotalsKey key) {
    store.putIfAbsent(text(key), encode(0));
  }

  /** The minutes of an hour that exist: bit k is minute k. */
  long minutes(TotalsKey hour) {
    byte[] stored = store.get(text(hour));
    return stored == null ? 0 : decode(stored);
  }

  /** Sets the minutes of an hour that exist. */
  void setMinutes(TotalsKey hour, long minutes) {
    store.put(text(hour), encode(minutes));
  }

  /** The bit of a minute in its hour. */
  static long bit(TotalsKey hour, long minute) {
    return 1L << ((minute - hour.start()) / MINUTE_MS);
  }

  /** Forgets an hour or a day. */
  void remove(TotalsKey key) {
    store.delete(text(key));
  }

  /** The entries of a tenant that start in [from, to), UTC ms. */
  List<Entry> starting(String tenant, WindowSize size, long from, long to) {
    String prefix = Keys.escape(tenant) + "/" + size.id() + "/";
    return between(prefix + Instant.ofEpochMilli(from), prefix + Instant.ofEpochMilli(to));
  }

  /** The first instant in [from, to) at which an entry of a tenant starts, UTC ms. */
  OptionalLong first(String tenant, WindowSize size, long from, long to) {
    String prefix = Keys.escape(tenant) + "/" + size.id() + "/";
    try (KeyValueIterator<String, byte[]> range =
        store.range(prefix + Instant.ofEpochMilli(from), prefix + Instant.ofEpochMilli(to))) {
      return range.hasNext()
          ? OptionalLong.of(parse(range.next().key).start())
          : OptionalLong.empty();
    }
  }

  /** All entries of a tenant. */
  List<Entry> all(String tenant) {
    // '0' follows '/', so these are exactly the keys that begin with the tenant and '/'.
    return between(Keys.escape(tenant) + "/", Keys.escape(tenant) + "0");
  }

  private List<Entry> between(String from, String to) {
    List<Entry> entries = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> range = store.range(from, to)) {
      while (range.hasNext()) {
        KeyValue<String, byte[]> stored = range.next();
        entries.add(new Entry(parse(stored.key), decode(stored.value)));
      }
    }
    return entries;
  }

  private static String text(TotalsKey key) {
    return String.join(
        "/",
        Keys.escape(key.tenant()),
        key.window().id(),
        Instant.ofEpochMilli(key.start()).toString(),
        key.family().id(),
        key.slice().by(),
        key.slice().valueText());
  }

  private static TotalsKey parse(String text) {
    String[] parts = text.split("/", -1);
    return new TotalsKey(
        Keys.unescape(parts[0]),
        Families.of(parts[3]),
        TotalsKey.slice(parts[4], parts[5]),
        WindowSize.valueOf(parts[1].toUpperCase(Locale.ROOT)),
        Instant.parse(parts[2]).toEpochMilli());
  }

  private static byte[] encode(long minutes) {
    return ByteBuffer.allocate(Long.BYTES).putLong(minutes).array();
  }

  private static long decode(byte[] stored) {
    return ByteBuffer.wrap(stored).getLong();
  }
}

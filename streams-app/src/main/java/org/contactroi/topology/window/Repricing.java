package org.contactroi.topology.window;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.valuation.Days;
import org.contactroi.topology.stage.MoneyChange;
import org.contactroi.topology.store.AvroBytes;

/**
 * Prices anew the hours that a changed reference touches, some before every commit, so that no
 * transaction grows long. How far it has come stands in a store.
 */
final class Repricing {

  /** Families of hours that are priced in one go; with what is published of them soon done. */
  private static final int CHUNK = 1_000;

  /**
   * What is left to be priced.
   *
   * @param from UTC ms
   * @param to UTC ms, excluded
   * @param isPolicy whether a policy changed, which says what part of a saving is cashable
   */
  private record Span(long from, long to, boolean isPolicy) {

    Span and(Span other) {
      return new Span(
          Math.min(from, other.from), Math.max(to, other.to), isPolicy || other.isPolicy);
    }

    Span after(long end) {
      return new Span(end, Math.max(end, to), isPolicy);
    }
  }

  private final KeyValueStore<String, byte[]> store;
  private final WindowStore windows;
  private final Pricing pricing;
  private final Map<String, Span> left = new TreeMap<>();

  Repricing(KeyValueStore<String, byte[]> store, WindowStore windows, Pricing pricing) {
    this.store = store;
    this.windows = windows;
    this.pricing = pricing;
    try (KeyValueIterator<String, byte[]> stored = store.all()) {
      while (stored.hasNext()) {
        KeyValue<String, byte[]> entry = stored.next();
        left.put(Keys.unescape(entry.key), decode(entry.value));
      }
    }
  }

  /** Notes days whose hours may have other prices. */
  void touch(MoneyChange change) {
    for (Days days : change.priced()) {
      Span span =
          new Span(
              change.after().start(days.from()),
              change.after().start(days.to()),
              change.isPolicy());
      put(change.tenant(), span.and(left.getOrDefault(change.tenant(), span)));
    }
  }

  /** Whether something is left to be priced. */
  boolean isLeft() {
    return !left.isEmpty();
  }

  /** Prices the next days. */
  void advance() {
    int budget = CHUNK;
    for (String tenant : List.copyOf(left.keySet())) {
      Span span = left.get(tenant);
      while (budget > 0 && span != null) {
        budget -= priceNext(tenant, span);
        span = left.get(tenant);
      }
    }
  }

  /** Prices the first day there is, and returns how much that was. */
  private int priceNext(String tenant, Span span) {
    OptionalLong start = windows.first(tenant, WindowSize.DAY, span.from(), span.to());
    if (start.isEmpty()) {
      left.remove(tenant);
      store.delete(Keys.escape(tenant));
      return 1;
    }
    Window day = windows.calendar(tenant).day(start.getAsLong());
    int done = 1;
    for (RowKey key : windows.starting(tenant, WindowSize.HOUR, day.start(), day.end())) {
      WindowRow hour = windows.row(key);
      for (FamilyState state : hour.families()) {
        if (state.family().isPriced()) {
          price(hour, state, span.isPolicy());
          done++;
        }
      }
    }
    put(tenant, span.after(day.end()));
    return done;
  }

  private void price(WindowRow hour, FamilyState state, boolean isPolicy) {
    if (!pricing.price(hour, state) && isPolicy && state.family() == Saving.FAMILY) {
      state.valueOtherwise();
      windows.day(hour.key()).of(Saving.FAMILY).valueOtherwise();
    }
  }

  private void put(String tenant, Span span) {
    left.put(tenant, span);
    store.put(Keys.escape(tenant), encode(span));
  }

  private static byte[] encode(Span span) {
    return AvroBytes.write(
        encoder -> {
          encoder.writeLong(span.from());
          encoder.writeLong(span.to());
          encoder.writeBoolean(span.isPolicy());
        });
  }

  private static Span decode(byte[] stored) {
    return AvroBytes.read(
        stored, decoder -> new Span(decoder.readLong(), decoder.readLong(), decoder.readBoolean()));
  }
}

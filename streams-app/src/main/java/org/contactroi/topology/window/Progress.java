package org.contactroi.topology.window;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;

/** How far settling and expiry have walked along event time, by tenant. */
final class Progress {

  /** What walks. */
  enum Walk {
    SETTLED,
    /** What waits for episodes, of windows that are passed: it is another from day to day. */
    OPEN_TOLD,
    MINUTES_EXPIRED,
    HOURS_EXPIRED
  }

  /** Hours and days of every time zone begin on a multiple of this. */
  private static final long STEP_MS = 900_000;

  private final KeyValueStore<String, Long> store;
  private final Map<String, Long> reached = new HashMap<>();

  Progress(KeyValueStore<String, Long> store) {
    this.store = store;
  }

  /**
   * The instant up to which windows have been dealt with, UTC ms; {@link Long#MIN_VALUE} at first.
   */
  long of(String tenant, Walk walk) {
    return reached.computeIfAbsent(
        Keys.join(tenant, walk.name()),
        key -> {
          Long stored = store.get(key);
          return stored == null ? Long.MIN_VALUE : stored;
        });
  }

  /** The step an instant lies on. */
  static long step(long instant) {
    return Math.floorDiv(instant, STEP_MS) * STEP_MS;
  }

  void set(String tenant, Walk walk, long instant) {
    String key = Keys.join(tenant, walk.name());
    reached.put(key, instant);
    store.put(key, instant);
  }
}

package org.contactroi.topology.stage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;

/**
 * Finds state that no event can touch any more. Keys of the store are {@code tenant/day/rest}, the
 * day being the UTC day of the last event time of the state {@code tenant/rest}.
 */
public final class Ageing {

  private static final long DAY_MS = Duration.ofDays(1).toMillis();
  private static final byte[] NOTHING = {};

  private final KeyValueStore<String, byte[]> store;
  private long lastDay;
  private String lastDayText = "";
  private final Map<String, Long> purgedBefore = new HashMap<>();

  public Ageing(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * Notes that the last event time of a state moved.
   *
   * @param before UTC ms, {@link Long#MIN_VALUE} for new state
   * @param after UTC ms, {@link Long#MIN_VALUE} for state that is gone
   */
  public void moved(String stateKey, long before, long after) {
    if (day(before) == day(after)) {
      return;
    }
    if (before != Long.MIN_VALUE) {
      store.delete(key(stateKey, before));
    }
    if (after != Long.MIN_VALUE) {
      store.put(key(stateKey, after), NOTHING);
    }
  }

  /**
   * Takes out the keys of a tenant's state whose last event time lies on a day before {@code time}.
   *
   * @param time UTC ms
   */
  public List<String> takeBefore(String tenant, long time) {
    long day = day(time);
    Long before = purgedBefore.put(tenant, day);
    return before != null && before == day ? List.of() : take(Keys.escape(tenant), time);
  }

  private List<String> take(String tenant, long time) {
    List<String> old = new ArrayList<>();
    // Neither bound is a key: keys go on after the day.
    try (KeyValueIterator<String, byte[]> range =
        store.range(tenant + "/", tenant + "/" + LocalDate.ofEpochDay(day(time)))) {
      range.forEachRemaining(entry -> old.add(entry.key));
    }
    old.forEach(store::delete);
    return old.stream().map(Ageing::stateKey).toList();
  }

  /**
   * The keys of a tenant's state whose last event time lies on or after the day of {@code time}.
   *
   * @param time UTC ms
   */
  public List<String> since(String tenant, long time) {
    List<String> keys = new ArrayList<>();
    String prefix = Keys.escape(tenant) + "/";
    try (KeyValueIterator<String, byte[]> range =
        store.range(prefix + LocalDate.ofEpochDay(day(time)), Keys.escape(tenant) + "0")) {
      range.forEachRemaining(entry -> keys.add(stateKey(entry.key)));
    }
    return keys;
  }

  private static long day(long time) {
    return Math.floorDiv(time, DAY_MS);
  }

  /** One day comes after the other, as a rule. */
  private String dayText(long day) {
    if (day != lastDay || lastDayText.isEmpty()) {
      lastDay = day;
      lastDayText = LocalDate.ofEpochDay(day).toString();
    }
    return lastDayText;
  }

  private String key(String stateKey, long time) {
    int slash = stateKey.indexOf('/');
    return stateKey.substring(0, slash) + "/" + dayText(day(time)) + stateKey.substring(slash);
  }

  private static String stateKey(String key) {
    int tenantEnd = key.indexOf('/');
    return key.substring(0, tenantEnd) + key.substring(key.indexOf('/', tenantEnd + 1));
  }
}

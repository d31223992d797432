package org.contactroi.topology.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.roi.valuation.Days;

/** Local days whose account may be another than it was stated, by {@code tenant/day}. */
final class DaysToState {

  private static final byte[] NOTHING = {};

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, NavigableSet<LocalDate>> days = new HashMap<>();

  DaysToState(KeyValueStore<String, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<String, byte[]> left = store.all()) {
      left.forEachRemaining(
          entry -> {
            List<String> parts = Keys.split(entry.key);
            of(parts.get(0)).add(LocalDate.parse(parts.get(1)));
          });
    }
  }

  void add(String tenant, LocalDate day) {
    if (of(tenant).add(day)) {
      store.put(Keys.join(tenant, day.toString()), NOTHING);
    }
  }

  void addAll(String tenant, Days all) {
    if (!all.isEmpty()) {
      all.from().datesUntil(all.to()).forEach(day -> add(tenant, day));
    }
  }

  /** Whether there are none on or before a day. */
  boolean isDone(String tenant, LocalDate last) {
    return of(tenant).headSet(last, true).isEmpty();
  }

  /** Whether none of these is left. */
  boolean isDone(String tenant, Days these) {
    return of(tenant).subSet(these.from(), these.to()).isEmpty();
  }

  /** Takes out the first days on or before another. */
  List<LocalDate> take(String tenant, LocalDate last, int atMost) {
    List<LocalDate> next =
        new ArrayList<>(of(tenant).headSet(last, true).stream().limit(atMost).toList());
    for (LocalDate day : next) {
      of(tenant).remove(day);
      store.delete(Keys.join(tenant, day.toString()));
    }
    return next;
  }

  private NavigableSet<LocalDate> of(String tenant) {
    return days.computeIfAbsent(tenant, t -> new TreeSet<>());
  }
}

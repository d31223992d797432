package org.contactroi.topology.statement;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.roi.valuation.Days;
import org.jspecify.annotations.Nullable;

/** Which days of each tenant are stated, and how far they were looked at for being settled. */
final class RoiProgress {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String BEGUN = "begun";
  private static final String SETTLED = "settled";

  private final KeyValueStore<String, Long> store;

  RoiProgress(KeyValueStore<String, Long> store) {
    this.store = store;
  }

  /** The days that are stated; empty before the first. */
  Optional<Days> stated(String tenant) {
    LocalDate from = day(tenant, FROM);
    LocalDate to = day(tenant, TO);
    return from == null || to == null ? Optional.empty() : Optional.of(new Days(from, to));
  }

  void state(String tenant, Days days) {
    put(tenant, FROM, days.from());
    put(tenant, TO, days.to());
  }

  /** Notes where the horizon to date begins; the days between there and where it did before. */
  Optional<Days> begin(String tenant, LocalDate first) {
    LocalDate before = day(tenant, BEGUN);
    if (first.equals(before)) {
      return Optional.empty();
    }
    put(tenant, BEGUN, first);
    return Optional.ofNullable(before)
        .map(from -> from.isBefore(first) ? new Days(from, first) : new Days(first, from));
  }

  /** The days before another that have not been looked at; empty if there are none, or all. */
  Optional<Days> settle(String tenant, LocalDate until) {
    LocalDate before = day(tenant, SETTLED);
    if (before != null && !before.isBefore(until)) {
      return Optional.empty();
    }
    put(tenant, SETTLED, until);
    return Optional.ofNullable(before).map(from -> new Days(from, until));
  }

  private @Nullable LocalDate day(String tenant, String name) {
    Long stored = store.get(Keys.join(tenant, name));
    return stored == null ? null : LocalDate.ofEpochDay(stored);
  }

  private void put(String tenant, String name, LocalDate day) {
    store.put(Keys.join(tenant, name), day.toEpochDay());
  }
}

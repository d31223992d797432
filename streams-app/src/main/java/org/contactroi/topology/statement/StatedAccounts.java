package org.contactroi.topology.statement;

import java.time.LocalDate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.roi.valuation.StatedDay;
import org.contactroi.roi.valuation.StatedDays;

/** The days of all tenants as they were stated, by {@code tenant/day}. */
final class StatedAccounts {

  private final KeyValueStore<String, byte[]> store;

  StatedAccounts(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void put(String tenant, LocalDate day, StatedDay stated) {
    store.put(Keys.join(tenant, day.toString()), StatedDayCodec.encode(stated));
  }

  void remove(String tenant, LocalDate day) {
    store.delete(Keys.join(tenant, day.toString()));
  }

  /** States in a new book what was stated of a tenant. */
  void fill(StatedDays book, String tenant) {
    // '0' follows '/', so these are exactly the keys that begin with the tenant and '/'.
    try (KeyValueIterator<String, byte[]> stored =
        store.range(Keys.escape(tenant) + "/", Keys.escape(tenant) + "0")) {
      while (stored.hasNext()) {
        KeyValue<String, byte[]> entry = stored.next();
        LocalDate day = LocalDate.parse(Keys.split(entry.key).get(1));
        if (!day.isBefore(book.firstDay())) {
          book.state(day, StatedDayCodec.decode(entry.value));
        }
      }
    }
  }
}

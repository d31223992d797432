package org.contactroi.topology.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.roi.valuation.DayPart;
import org.contactroi.roi.valuation.KnownDay;
import org.contactroi.topology.store.RoiPartCodec;

/** What the days of all tenants are made of, by {@code tenant/day/family/window start}. */
final class RoiDays {

  private final KeyValueStore<String, byte[]> store;
  private final RoiMonths months;

  RoiDays(KeyValueStore<String, byte[]> store, RoiMonths months) {
    this.store = store;
    this.months = months;
  }

  /** Puts what is known now of a window of a day in place of what was. */
  void put(LocalDate date, DayPart part) {
    String key =
        prefix(part.tenant(), date)
            + (part.isDay() ? "day" : "hour")
            + "/"
            + part.totals().family().id()
            + "/"
            + part.start();
    if (part.totals().isZero() && !part.isOpen()) {
      store.delete(key);
    } else {
      store.put(key, RoiPartCodec.encode(part));
    }
  }

  KnownDay day(String tenant, LocalDate date) {
    return KnownDay.of(date, parts(tenant, date), months.retention(tenant, date));
  }

  private List<DayPart> parts(String tenant, LocalDate date) {
    List<DayPart> parts = new ArrayList<>();
    String prefix = prefix(tenant, date);
    // '0' follows '/', so these are exactly the keys that begin with the day and '/'.
    try (KeyValueIterator<String, byte[]> range =
        store.range(prefix, prefix.substring(0, prefix.length() - 1) + "0")) {
      while (range.hasNext()) {
        KeyValue<String, byte[]> stored = range.next();
        parts.add((DayPart) RoiPartCodec.decode(stored.value));
      }
    }
    return parts;
  }

  private static String prefix(String tenant, LocalDate date) {
    return Keys.escape(tenant) + "/" + date + "/";
  }
}

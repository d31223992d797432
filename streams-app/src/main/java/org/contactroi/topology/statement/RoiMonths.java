package org.contactroi.topology.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.roi.customer.CustomerMonths;
import org.contactroi.roi.customer.MonthChange;
import org.contactroi.roi.customer.Retention;
import org.contactroi.roi.valuation.MonthPart;
import org.contactroi.topology.store.AvroBytes;
import org.jspecify.annotations.Nullable;

/** What the customers of all tenants change in calendar months, by {@code tenant/month}. */
final class RoiMonths {

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, NavigableMap<YearMonth, MonthChange>> months = new HashMap<>();

  RoiMonths(KeyValueStore<String, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<String, byte[]> stored = store.all()) {
      stored.forEachRemaining(
          entry -> {
            List<String> parts = Keys.split(entry.key);
            of(parts.get(0)).put(YearMonth.parse(parts.get(1)), decode(entry.value));
          });
    }
  }

  /** Adds what a customer changes. */
  void add(MonthPart part) {
    part.changes()
        .forEach(
            (month, change) -> {
              MonthChange sum = of(part.tenant()).merge(month, change, MonthChange::plus);
              store.put(Keys.join(part.tenant(), month.toString()), encode(sum));
            });
  }

  /** The customers of the month that ends with a day; null on other days and if none is known. */
  @Nullable Retention retention(String tenant, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return day.equals(month.atEndOfMonth()) && months.containsKey(tenant)
        ? CustomerMonths.retention(month, of(tenant))
        : null;
  }

  private NavigableMap<YearMonth, MonthChange> of(String tenant) {
    return months.computeIfAbsent(tenant, t -> new TreeMap<>());
  }

  private static byte[] encode(MonthChange change) {
    return AvroBytes.write(
        encoder -> {
          encoder.writeLong(change.net());
          encoder.writeLong(change.won());
          encoder.writeLong(change.heard());
        });
  }

  private static MonthChange decode(byte[] stored) {
    return AvroBytes.read(
        stored,
        decoder -> new MonthChange(decoder.readLong(), decoder.readLong(), decoder.readLong()));
  }
}

package org.contactroi.topology.stage;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.CatalogRecords;
import org.contactroi.catalog.Kind;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.roi.valuation.MoneyTerms;
import org.jspecify.annotations.Nullable;

/**
 * The reference records that amounts depend on, as one task has worked them in. It keeps a copy of
 * them beside its state: what differs from topic reference, also after a restart, is new.
 */
public final class MoneyReference {

  private static final long READ_EVERY_MS = 1_000;
  private static final List<Kind> KINDS =
      List.of(Kind.POLICY, Kind.FX, Kind.RATE, Kind.BASELINE, Kind.LEDGER);

  private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> topic;
  private final KeyValueStore<String, byte[]> copy;
  private final Deserializer<?> deserializer;
  private final Function<String, ZoneId> zones;
  private final ReferenceLog log;
  private final Map<String, byte[]> records = new TreeMap<>();
  private final Map<String, Map<String, CatalogEntry>> entries = new HashMap<>();
  private final Map<String, MoneyTerms> money = new HashMap<>();
  private long readAt = Long.MIN_VALUE;

  /**
   * Opens it with what was worked in.
   *
   * @param copy of the records that were
   * @param zones by tenant
   */
  MoneyReference(
      ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> topic,
      KeyValueStore<String, byte[]> copy,
      Deserializer<?> deserializer,
      Function<String, ZoneId> zones,
      ReferenceLog log) {
    this.topic = topic;
    this.copy = copy;
    this.deserializer = deserializer;
    this.zones = zones;
    this.log = log;
    try (KeyValueIterator<String, byte[]> stored = copy.all()) {
      stored.forEachRemaining(entry -> put(entry.key, entry.value));
    }
  }

  /** What amounts of a tenant depend on. */
  public MoneyTerms of(String tenant) {
    MoneyTerms known = money.get(tenant);
    if (known == null || !known.zone().equals(zones.apply(tenant))) {
      known = Catalog.terms(tenant, ofTenant(tenant).values(), zones.apply(tenant));
      money.put(tenant, known);
    }
    return known;
  }

  /**
   * Works in what has changed in the topic, which is looked at once a second at most.
   *
   * @param now wall clock, UTC ms
   * @return by tenant what came, changed or went
   */
  public List<MoneyChange> refresh(long now) {
    if (readAt != Long.MIN_VALUE && now - readAt < READ_EVERY_MS) {
      return List.of();
    }
    readAt = now;
    Map<String, byte[]> current = read();
    Set<String> keys = new HashSet<>(records.keySet());
    keys.addAll(current.keySet());
    keys.removeIf(key -> Arrays.equals(records.get(key), current.get(key)));
    return keys.isEmpty() ? List.of() : workIn(keys, current);
  }

  public void close() {
    deserializer.close();
  }

  private List<MoneyChange> workIn(Collection<String> keys, Map<String, byte[]> current) {
    List.copyOf(entries.keySet()).forEach(this::of);
    Map<String, MoneyTerms> before = new TreeMap<>();
    Map<String, List<CatalogEntry>> changed = new HashMap<>();
    for (String key : keys) {
      note(removed(key), before, changed);
      byte[] record = current.get(key);
      if (record == null) {
        copy.delete(key);
      } else {
        copy.put(key, record);
        note(put(key, record), before, changed);
      }
    }
    List<MoneyChange> changes = new ArrayList<>();
    before.forEach(
        (tenant, was) -> {
          money.remove(tenant);
          changes.add(
              new MoneyChange(tenant, was, of(tenant), changed.getOrDefault(tenant, List.of())));
        });
    return changes;
  }

  private void note(
      @Nullable CatalogEntry entry,
      Map<String, MoneyTerms> before,
      Map<String, List<CatalogEntry>> changed) {
    if (entry != null) {
      String tenant = entry.tenant();
      before.computeIfAbsent(tenant, this::known);
      changed.computeIfAbsent(tenant, t -> new ArrayList<>()).add(entry);
    }
  }

  /** What amounts depended on until now. */
  private MoneyTerms known(String tenant) {
    return money.getOrDefault(tenant, Catalog.terms(tenant, List.of(), zones.apply(tenant)));
  }

  private @Nullable CatalogEntry removed(String key) {
    records.remove(key);
    for (Map<String, CatalogEntry> ofTenant : entries.values()) {
      CatalogEntry entry = ofTenant.remove(key);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private @Nullable CatalogEntry put(String key, byte[] record) {
    records.put(key, record);
    CatalogEntry entry = decode(key, record);
    if (entry != null) {
      ofTenant(entry.tenant()).put(key, entry);
    }
    return entry;
  }

  private Map<String, CatalogEntry> ofTenant(String tenant) {
    return entries.computeIfAbsent(tenant, t -> new TreeMap<>());
  }

  private Map<String, byte[]> read() {
    Map<String, byte[]> current = new HashMap<>();
    for (Kind kind : KINDS) {
      // '0' follows '/', so these are exactly the keys that begin with the kind and '/'.
      try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> range =
          topic.range(kind.id() + "/", kind.id() + "0")) {
        while (range.hasNext()) {
          KeyValue<String, ValueAndTimestamp<byte[]>> stored = range.next();
          current.put(stored.key, stored.value.value());
        }
      }
    }
    return current;
  }

  /** Null, with a line in the log, if it cannot be read or its key is another one's. */
  private @Nullable CatalogEntry decode(String key, byte[] record) {
    try {
      CatalogEntry entry =
          CatalogRecords.entry(
              (ReferenceRecord) deserializer.deserialize(ReferencePolicies.STORE, record));
      if (entry.key().equals(key)) {
        return entry;
      }
      log.valuesNothing(key, "its content belongs to the key " + entry.key());
    } catch (IllegalArgumentException | ClassCastException e) {
      log.valuesNothing(key, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.valuesNothing(key, DecodingFailure.reason(e));
    }
    return null;
  }
}

package org.contactroi.topology.stage;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.CatalogRecords;
import org.contactroi.catalog.Kind;
import org.contactroi.catalog.VersionEntry;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.reference.ReferenceRecord;

/**
 * The policies of the configuration and of topic reference, as one task knows them. Records about
 * money are none of its business: figures are valued last. A record of a policy or calendar that
 * cannot be decoded or does not fit to the others is left out with a line in the log. One that was
 * taken stays as it is for the life of the task, whatever becomes of it in the topic.
 */
public final class ReferencePolicies {

  /** The global store that holds topic reference. */
  public static final String STORE = "reference";

  private static final long READ_EVERY_MS = 1_000;

  /** Together well within a transaction. */
  private static final int TRIES = 100;

  private static final Duration TRY_EVERY = Duration.ofMillis(100);

  private final Policies configured;
  private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store;
  private final Deserializer<?> deserializer;
  private final Map<String, VersionEntry> entries = new TreeMap<>();
  private final ReferenceLog log;
  private Map<String, byte[]> read = Map.of();
  private boolean hasNews;
  private Policies policies;
  private long readAt = Long.MIN_VALUE;

  /** Opens the policies; the first {@link #refresh} reads the topic. */
  ReferencePolicies(
      Policies configured,
      ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store,
      Deserializer<?> deserializer,
      ReferenceLog log) {
    this.configured = configured;
    this.store = store;
    this.deserializer = deserializer;
    this.log = log;
    this.policies = configured;
  }

  /** As they were at the last refresh. */
  Policies policies() {
    return policies;
  }

  /**
   * Reads the topic again, at most once a second.
   *
   * @param now wall clock, UTC ms
   * @return whether there is something new
   * @throws RuntimeException when the registry is at fault, which says nothing about a record
   */
  boolean refresh(long now) {
    if (readAt != Long.MIN_VALUE && now - readAt < READ_EVERY_MS) {
      return false;
    }
    readAt = now;
    takeNew();
    boolean isChanged = hasNews;
    hasNews = false;
    policies = isChanged ? combined() : policies;
    return isChanged;
  }

  /**
   * A version of a tenant, also one that has arrived since the last refresh or is about to arrive.
   *
   * @throws IllegalStateException when it does not come
   */
  KpiPolicy awaited(String tenant, String version) {
    Optional<KpiPolicy> found = policies.version(tenant, version);
    for (int tries = 0; found.isEmpty() && tries < TRIES; tries++) {
      takeNew();
      found = combined().version(tenant, version);
      if (found.isEmpty()) {
        LockSupport.parkNanos(TRY_EVERY.toNanos());
      }
    }
    return found.orElseThrow(
        () ->
            new IllegalStateException(
                "tenant %s has no policy of version %s in topic reference"
                    .formatted(tenant, version)));
  }

  void close() {
    deserializer.close();
  }

  private void takeNew() {
    Map<String, byte[]> records = records();
    if (!isSame(read, records)) {
      records.forEach(this::take);
      read = records;
      hasNews = true;
    }
  }

  private Policies combined() {
    return Catalog.policies(configured, entries.values(), this::refuse);
  }

  private Map<String, byte[]> records() {
    Map<String, byte[]> records = new HashMap<>();
    for (Kind kind : Kind.VERSIONED) {
      // '0' follows '/', so these are exactly the keys that begin with the kind and '/'.
      try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> range =
          store.range(kind.id() + "/", kind.id() + "0")) {
        while (range.hasNext()) {
          KeyValue<String, ValueAndTimestamp<byte[]>> stored = range.next();
          records.put(stored.key, stored.value.value());
        }
      }
    }
    return records;
  }

  private static boolean isSame(Map<String, byte[]> before, Map<String, byte[]> now) {
    return before.size() == now.size()
        && before.entrySet().stream()
            .allMatch(entry -> Arrays.equals(entry.getValue(), now.get(entry.getKey())));
  }

  private void take(String key, byte[] value) {
    if (Arrays.equals(value, read.get(key))) {
      return;
    }
    try {
      VersionEntry entry = entry(key, deserializer.deserialize(STORE, value));
      VersionEntry taken = entries.putIfAbsent(key, entry);
      if (taken != null && !taken.equals(entry)) {
        log.leftOut(key, "a version never changes");
      }
    } catch (IllegalArgumentException e) {
      log.leftOut(key, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.leftOut(key, DecodingFailure.reason(e));
    }
  }

  private static VersionEntry entry(String key, Object decoded) {
    if (!(decoded instanceof ReferenceRecord published)) {
      throw new IllegalArgumentException("it is no reference record");
    }
    CatalogEntry entry = CatalogRecords.entry(published);
    if (entry instanceof VersionEntry version && entry.key().equals(key)) {
      return version;
    }
    throw new IllegalArgumentException("its content belongs to the key " + entry.key());
  }

  private void refuse(CatalogEntry entry, Refusal refusal) {
    log.leftOut(entry.key(), refusal.field() + " " + refusal.reason());
  }
}

package org.contactroi.topology;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;

/**
 * Customers who are to be forgotten, by digest, and the interactions that were theirs. What comes
 * late of either is not taken any more; a customer who comes back after the erasure is a new one.
 */
final class Erasures {

  private static final String CUSTOMER = "customer";
  private static final String INTERACTION = "interaction";
  private static final byte[] MARK = {};

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, Long> customers = new HashMap<>();
  private final Set<String> interactions = new HashSet<>();

  /** Opens them with what is stored. */
  Erasures(KeyValueStore<String, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<String, byte[]> stored = store.all()) {
      while (stored.hasNext()) {
        KeyValue<String, byte[]> entry = stored.next();
        if (entry.key.startsWith(CUSTOMER)) {
          customers.put(entry.key, ByteBuffer.wrap(entry.value).getLong());
        } else {
          interactions.add(entry.key);
        }
      }
    }
  }

  /**
   * Notes the erasure of a customer.
   *
   * @param at when it was asked for, UTC ms
   */
  void addCustomer(String tenant, String customerKey, long at) {
    String key = customer(tenant, customerKey);
    long latest = customers.merge(key, at, Math::max);
    store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(latest).array());
  }

  /** Notes that an interaction was erased. */
  void addInteraction(String tenant, String interactionId) {
    String key = interaction(tenant, interactionId);
    if (interactions.add(key)) {
      store.put(key, MARK);
    }
  }

  /**
   * Whether what a customer did belongs to what was erased.
   *
   * @param at when it was done, UTC ms
   */
  boolean isErased(String tenant, String customerKey, long at) {
    if (customers.isEmpty()) {
      return false;
    }
    Long erasedAt = customers.get(customer(tenant, customerKey));
    return erasedAt != null && at <= erasedAt;
  }

  /** Whether an interaction was erased. */
  boolean isErased(String tenant, String interactionId) {
    return !interactions.isEmpty() && interactions.contains(interaction(tenant, interactionId));
  }

  private static String customer(String tenant, String customerKey) {
    return Keys.join(CUSTOMER, CustomerDigest.of(tenant, customerKey));
  }

  private static String interaction(String tenant, String interactionId) {
    return Keys.join(INTERACTION, tenant, interactionId);
  }
}

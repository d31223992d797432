package org.contactroi.topology.interaction;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.record.Customer;
import org.contactroi.record.CustomerDigest;
import org.contactroi.topology.stage.Erasure;
import org.jspecify.annotations.Nullable;

/**
 * Customers who were erased, by digest, and the interactions that were theirs. What comes late of
 * either is not taken any more.
 *
 * <p>Customers are kept for ever and looked up in the store, and only those of tenants that have
 * erased one; interactions are kept for as long as something of them can come, and in memory.
 */
final class Erasures {

  private static final String CUSTOMER = "customer/";
  private static final String INTERACTION = "interaction/";
  private static final String TENANT = "tenant/";
  private static final byte[] MARK = {};

  private final KeyValueStore<String, byte[]> store;
  private final Set<String> tenants = new HashSet<>();
  private final Set<String> interactions = new HashSet<>();

  /** Opens them with what is stored. */
  Erasures(KeyValueStore<String, byte[]> store) {
    this.store = store;
    forEach(TENANT, tenants::add);
    forEach(INTERACTION, interactions::add);
  }

  private void forEach(String prefix, Consumer<String> found) {
    String end = prefix.substring(0, prefix.length() - 1) + "0";
    try (KeyValueIterator<String, byte[]> stored = store.range(prefix, end)) {
      while (stored.hasNext()) {
        KeyValue<String, byte[]> entry = stored.next();
        found.accept(entry.key.substring(prefix.length()));
      }
    }
  }

  /** The customer of a key, by the erasures so far. */
  Customer customer(String tenant, String customerKey) {
    byte[] at =
        tenants.contains(Keys.escape(tenant)) ? store.get(customerId(tenant, customerKey)) : null;
    return at == null
        ? Customer.neverErased(customerKey)
        : new Customer(customerKey, ByteBuffer.wrap(at).getLong());
  }

  /** Notes an erasure that is later than those of the customer so far. */
  void add(Erasure erasure) {
    if (tenants.add(Keys.escape(erasure.tenant()))) {
      store.put(TENANT + Keys.escape(erasure.tenant()), MARK);
    }
    store.put(
        customerId(erasure.tenant(), erasure.customerKey()),
        ByteBuffer.allocate(Long.BYTES).putLong(erasure.at()).array());
  }

  /**
   * Whether what a customer did belongs to what was erased.
   *
   * @param customerKey null when not identified
   * @param at when it was done, UTC ms
   */
  boolean isErased(String tenant, @Nullable String customerKey, long at) {
    return customerKey != null && at <= customer(tenant, customerKey).since();
  }

  /**
   * Notes that an interaction was erased.
   *
   * @param key of its state
   */
  void addInteraction(String key) {
    interactions.add(key);
    store.put(INTERACTION + key, MARK);
  }

  /** Whether an interaction was erased, by the key of its state. */
  boolean isErased(String key) {
    return interactions.contains(key);
  }

  /** Whether none of the interactions that are kept was erased. */
  boolean hasNoInteractions() {
    return interactions.isEmpty();
  }

  /** Forgets an interaction of which nothing can come any more. */
  void forgetInteraction(String key) {
    if (interactions.remove(key)) {
      store.delete(INTERACTION + key);
    }
  }

  private static String customerId(String tenant, String customerKey) {
    return CUSTOMER + CustomerDigest.of(tenant, customerKey);
  }
}

package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;

/**
 * The rules that state was computed with: the version of the code's and each tenant's policy. A
 * difference is only right against contributions of the same rules, so state of other rules is
 * refused: they are a new application.
 */
final class LogicVersion {

  private static final byte[] CURRENT = {1};

  /** Sorts before all keys and is none of them: they hold no control character. */
  private static final String KEY = "\u0001logic-version";

  private static final String POLICY = "\u0001policy/";

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, KpiPolicy> checked = new HashMap<>();

  private LogicVersion(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * Marks an empty store, checks one that is marked.
   *
   * @throws IllegalStateException naming both versions when they differ
   */
  static LogicVersion open(KeyValueStore<String, byte[]> store) {
    byte[] stored = store.get(KEY);
    if (stored == null) {
      store.put(KEY, CURRENT);
    } else if (!Arrays.equals(stored, CURRENT)) {
      throw new IllegalStateException(
          "store %s holds state of logic version %d, this is version %d: start it under a new application.id and let it replay"
              .formatted(store.name(), stored[0], CURRENT[0]));
    }
    return new LogicVersion(store);
  }

  /**
   * Marks the policy of a tenant that is new, checks that of one that is known.
   *
   * @throws IllegalStateException naming both policies when they differ
   */
  void check(String tenant, KpiPolicy policy) {
    if (policy.equals(checked.put(tenant, policy))) {
      return;
    }
    String key = POLICY + Keys.escape(tenant);
    byte[] stored = store.get(key);
    if (stored == null) {
      store.put(key, policy.rules().getBytes(UTF_8));
    } else if (!policy.rules().equals(new String(stored, UTF_8))) {
      throw new IllegalStateException(
          "the policy of tenant %s says %s, its state was computed with %s: start it under a new application.id and let it replay"
              .formatted(tenant, policy.rules(), new String(stored, UTF_8)));
    }
  }
}

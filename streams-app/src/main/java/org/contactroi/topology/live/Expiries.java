package org.contactroi.topology.live;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;

/** When something is over of which nothing more is heard. Keys are {@code e/tenant/until/what}. */
final class Expiries {

  private static final byte[] NOTHING = {};

  private final KeyValueStore<String, byte[]> store;

  Expiries(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * Notes when something is over.
   *
   * @param until UTC ms
   * @param what names it within the tenant
   */
  void add(String tenant, long until, String what) {
    store.put(key(tenant, until) + "/" + what, NOTHING);
  }

  void remove(String tenant, long until, String what) {
    store.delete(key(tenant, until) + "/" + what);
  }

  /** Takes out what is over at an instant and was not before, each once; both UTC ms. */
  List<String> take(String tenant, long before, long now) {
    String prefix = "e/" + Keys.escape(tenant) + "/";
    List<String> keys = new ArrayList<>();
    // The upper bound is no key: keys go on after the instant.
    try (KeyValueIterator<String, byte[]> range =
        store.range(key(tenant, before), key(tenant, now + 1))) {
      range.forEachRemaining(entry -> keys.add(entry.key));
    }
    keys.forEach(store::delete);
    return keys.stream()
        .map(key -> key.substring(key.indexOf('/', prefix.length()) + 1))
        .distinct()
        .toList();
  }

  private static String key(String tenant, long instant) {
    return "e/" + Keys.escape(tenant) + "/" + Instants.key(instant);
  }
}

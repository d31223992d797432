package org.contactroi.topology;

import java.util.Arrays;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The version of the rules that state was computed with. A difference is only right against
 * contributions of the same rules, so state of other rules is refused: they are a new application.
 */
final class LogicVersion {

  private static final byte[] CURRENT = {1};

  /** Sorts before all keys and is none of them: they hold no control character. */
  private static final String KEY = "\u0001logic-version";

  private LogicVersion() {}

  /**
   * Marks an empty store, checks one that is marked.
   *
   * @throws IllegalStateException naming both versions when they differ
   */
  static void check(KeyValueStore<String, byte[]> store) {
    byte[] stored = store.get(KEY);
    if (stored == null) {
      store.put(KEY, CURRENT);
    } else if (!Arrays.equals(stored, CURRENT)) {
      throw new IllegalStateException(
          "store %s holds state of logic version %d, this is version %d: start it under a new application.id and let it replay"
              .formatted(store.name(), stored[0], CURRENT[0]));
    }
  }
}

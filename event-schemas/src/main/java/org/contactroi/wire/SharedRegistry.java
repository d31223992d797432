package org.contactroi.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A share in the one {@link RegistryClient} that all serializers and deserializers of this JVM with
 * equal settings use, so that a schema is fetched once per process.
 *
 * <p>The client, and what it remembers, lives as long as anyone holds a share: once all are closed,
 * the next one asks the registry again. So a registry that lost its schemas and restarted on the
 * same address (which a registry in memory does, and then gives the same ids to other schemas) is
 * met with empty caches by whoever starts after it. An application that outlives such a loss must
 * be restarted; Confluent's client has the same rule.
 */
final class SharedRegistry implements AutoCloseable {
  private static final Map<RegistrySettings, Holding> HOLDINGS = new HashMap<>();

  private final RegistrySettings settings;
  private final RegistryClient client;
  private boolean isClosed;

  /** A client and the number of shares in it. */
  private record Holding(RegistryClient client, int shares) {
    Holding plus(int more) {
      return new Holding(client, shares + more);
    }
  }

  private SharedRegistry(RegistrySettings settings, RegistryClient client) {
    this.settings = settings;
    this.client = client;
  }

  static SharedRegistry open(RegistrySettings settings) {
    synchronized (HOLDINGS) {
      Holding holding = HOLDINGS.get(settings);
      Holding grown =
          holding == null ? new Holding(new RegistryClient(settings), 1) : holding.plus(1);
      HOLDINGS.put(settings, grown);
      return new SharedRegistry(settings, grown.client());
    }
  }

  RegistryClient client() {
    return client;
  }

  /** Gives the share back; a second call does nothing. */
  @Override
  public void close() {
    synchronized (HOLDINGS) {
      if (!isClosed) {
        isClosed = true;
        HOLDINGS.computeIfPresent(settings, (key, holding) -> without(holding));
      }
    }
  }

  private static @Nullable Holding without(Holding holding) {
    return holding.shares() == 1 ? null : holding.plus(-1);
  }
}

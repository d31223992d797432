package org.contactroi.topology.stage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's event time as the minimum over the upstream partitions that speak of it. Kept in a
 * logged store: held in memory it would fall back at a restart.
 */
public final class UpstreamClocks {

  /**
   * In place of a partition: what was reached, which a partition that appears late cannot lower.
   */
  private static final int HELD = -1;

  private static final class Tenant {
    private final NavigableMap<Integer, Clock> upstreams = new TreeMap<>();
    private long status = Long.MIN_VALUE;
    private long purge = Long.MIN_VALUE;
  }

  private final KeyValueStore<String, byte[]> store;
  private final int awaitedForStatus;
  private final int awaitedForPurge;
  private final int heardForPurge;
  private final Map<String, Tenant> tenants = new HashMap<>();
  private final Set<Integer> caughtUp = new HashSet<>();

  /** The last that arrived of each partition since they were stored. */
  private final Map<String, Clock> received = new LinkedHashMap<>();

  /**
   * Opens the clocks.
   *
   * @param awaitedForStatus upstream partitions that have to have spoken before there is a time
   *     that decides status; 1 when the tenant may not occur in all of them
   * @param awaitedForPurge the same of the time that decides expiry and what is forgotten: the
   *     partitions before this one. All that the tenant is sure to occur in: in a replay one may be
   *     far ahead of another that has not begun
   */
  public UpstreamClocks(
      KeyValueStore<String, byte[]> store, int awaitedForStatus, int awaitedForPurge) {
    this(store, awaitedForStatus, awaitedForPurge, awaitedForPurge);
  }

  /**
   * Opens the clocks of a stage that has a second source, in whose partitions a tenant may not
   * occur.
   *
   * @param heardForPurge upstream partitions of both sources: before there is a time that decides
   *     expiry, those of the second have to have spoken of the tenant, too, or have read all that
   *     was published
   */
  public UpstreamClocks(
      KeyValueStore<String, byte[]> store,
      int awaitedForStatus,
      int awaitedForPurge,
      int heardForPurge) {
    this.store = store;
    this.awaitedForStatus = awaitedForStatus;
    this.awaitedForPurge = awaitedForPurge;
    this.heardForPurge = heardForPurge;
    try (KeyValueIterator<String, byte[]> stored = store.all()) {
      while (stored.hasNext()) {
        KeyValue<String, byte[]> entry = stored.next();
        note(Message.clock(entry.value));
      }
    }
  }

  /** Takes a clock that arrived. */
  public void receive(Clock clock) {
    note(clock);
    received.put(Keys.join(clock.tenant(), Integer.toString(clock.upstream())), clock);
  }

  /** Stores the clocks that arrived, and what was reached by them. */
  public void keep() {
    Set<String> moved = new HashSet<>();
    received.forEach(
        (key, clock) -> {
          store.put(key, Message.clock(clock));
          moved.add(clock.tenant());
        });
    received.clear();
    for (String id : moved) {
      Tenant tenant = tenants.get(id);
      if (tenant != null && tenant.status != Long.MIN_VALUE) {
        Clock reached = new Clock(id, HELD, tenant.status, tenant.purge);
        store.put(Keys.join(id, Integer.toString(HELD)), Message.clock(reached));
      }
    }
  }

  /** Time that decides status, UTC ms; null before it is known. It never falls. */
  public @Nullable Long status(String tenant) {
    Tenant known = tenants.get(tenant);
    return known == null || known.status == Long.MIN_VALUE ? null : known.status;
  }

  /** Time that decides expiry, UTC ms; null before it is known. It never falls. */
  public @Nullable Long purge(String tenant) {
    Tenant known = tenants.get(tenant);
    return known == null || known.purge == Long.MIN_VALUE ? null : known.purge;
  }

  /** The clock of a tenant as a partition hands it on; null before there is a time. */
  public @Nullable Clock clock(String tenant, int partition) {
    Tenant known = tenants.get(tenant);
    return known == null || known.status == Long.MIN_VALUE
        ? null
        : new Clock(tenant, partition, known.status, known.purge);
  }

  public Iterable<String> tenants() {
    return tenants.keySet();
  }

  private void note(Clock clock) {
    if (clock.isCaughtUp()) {
      caughtUp.add(clock.upstream());
      tenants.values().forEach(this::advancePurge);
      return;
    }
    Tenant tenant = tenants.computeIfAbsent(clock.tenant(), t -> new Tenant());
    if (clock.upstream() == HELD) {
      tenant.status = Math.max(tenant.status, clock.status());
      tenant.purge = Math.max(tenant.purge, clock.purge());
      return;
    }
    tenant.upstreams.put(clock.upstream(), clock);
    advancePurge(tenant);
    if (tenant.upstreams.size() >= awaitedForStatus) {
      long status = earliest(tenant, Clock::status);
      tenant.status = Math.max(tenant.status, status == Clock.IDLE ? furthest(tenant) : status);
    }
  }

  /** It never falls, so it does not begin before all have spoken that it has to wait for. */
  private void advancePurge(Tenant tenant) {
    if (tenant.upstreams.headMap(awaitedForPurge).size() == awaitedForPurge && isHeardOf(tenant)) {
      tenant.purge = Math.max(tenant.purge, earliest(tenant, Clock::purge));
    }
  }

  private boolean isHeardOf(Tenant tenant) {
    for (int upstream = 0; upstream < heardForPurge; upstream++) {
      if (!tenant.upstreams.containsKey(upstream) && !caughtUp.contains(upstream)) {
        return false;
      }
    }
    return true;
  }

  private static long earliest(Tenant tenant, ToLongFunction<Clock> time) {
    return tenant.upstreams.values().stream().mapToLong(time).min().orElseThrow();
  }

  /** When every partition is idle, none of them is behind. */
  private static long furthest(Tenant tenant) {
    return tenant.upstreams.values().stream().mapToLong(Clock::purge).max().orElseThrow();
  }
}

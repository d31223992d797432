package org.contactroi.topology.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.topology.stage.Clock;
import org.contactroi.topology.stage.ClockHolds;
import org.jspecify.annotations.Nullable;

/**
 * The event time each tenant has reached on one input partition. It decides what is too late, and
 * travels downstream behind the data.
 *
 * <p>They are {@linkplain #keep stored} before each commit.
 */
public final class TenantClocks {

  private static final class Reached {
    private long time;
    private long seenAt;
    private long stored = Long.MIN_VALUE;
    private @Nullable Clock sent;

    Reached(long time, long seenAt) {
      this.time = time;
      this.seenAt = seenAt;
    }
  }

  private final KeyValueStore<String, Long> store;
  private final int partition;
  private final long idleAfterMs;
  private final Map<String, Reached> clocks = new HashMap<>();

  /**
   * Opens the clocks of a partition.
   *
   * @param partition number under which the next stage knows it
   * @param now wall clock, UTC ms
   */
  TenantClocks(KeyValueStore<String, Long> store, int partition, long idleAfterMs, long now) {
    this.store = store;
    this.partition = partition;
    this.idleAfterMs = idleAfterMs;
    try (KeyValueIterator<String, Long> stored = store.all()) {
      while (stored.hasNext()) {
        KeyValue<String, Long> clock = stored.next();
        clocks.put(clock.key, new Reached(clock.value, now));
      }
    }
  }

  /** Whether an event time lies more than {@code lateness} before what its tenant has reached. */
  boolean isTooLate(String tenant, long time, long lateness) {
    Reached reached = clocks.get(tenant);
    return reached != null && time < reached.time - lateness;
  }

  /** The event time a tenant has reached, UTC ms; {@link Long#MIN_VALUE} before its first event. */
  public long reached(String tenant) {
    Reached reached = clocks.get(tenant);
    return reached == null ? Long.MIN_VALUE : reached.time;
  }

  /** Notes an accepted event at wall clock {@code now}. */
  void advance(String tenant, long time, long now) {
    Reached reached = clocks.get(tenant);
    if (reached == null) {
      clocks.put(tenant, new Reached(time, now));
      return;
    }
    reached.time = Math.max(reached.time, time);
    reached.seenAt = now;
  }

  /** Stores those that moved. */
  void keep() {
    clocks.forEach(this::store);
  }

  /** Hands out every tenant with the event time it has reached, UTC ms. */
  void forEach(ObjLongConsumer<String> tenants) {
    clocks.forEach((tenant, reached) -> tenants.accept(tenant, reached.time));
  }

  /** The clocks of all tenants at wall clock {@code now}. */
  public List<Clock> clocks(long now) {
    List<Clock> all = new ArrayList<>(clocks.size());
    clocks.forEach((tenant, reached) -> all.add(clock(tenant, reached, now)));
    return all;
  }

  /**
   * Hands out those that moved, or fell idle, since they were handed out. One that is held back is
   * handed out every time: whoever waits for the end sees that it goes on.
   */
  public void publish(long now, ClockHolds holds, Consumer<Clock> downstream) {
    clocks.forEach(
        (tenant, reached) -> {
          Clock clock = holds.limit(clock(tenant, reached, now));
          if (clock != null && (holds.isHeld(tenant) || !clock.equals(reached.sent))) {
            reached.sent = clock;
            downstream.accept(clock);
          }
        });
  }

  private void store(String tenant, Reached reached) {
    if (reached.time != reached.stored) {
      store.put(tenant, reached.time);
      reached.stored = reached.time;
    }
  }

  private Clock clock(String tenant, Reached reached, long now) {
    boolean idle = now - reached.seenAt >= idleAfterMs;
    return new Clock(tenant, partition, idle ? Clock.IDLE : reached.time, reached.time);
  }
}

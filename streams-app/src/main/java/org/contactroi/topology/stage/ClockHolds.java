package org.contactroi.topology.stage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.contactroi.kpi.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Keeps clocks behind the data they speak of: while something waits in an inbox, its tenant's clock
 * goes no further than it had come when that was noted.
 */
public final class ClockHolds {

  private record Held(String tenant, @Nullable Clock clock) {}

  private final Map<String, Held> held = new HashMap<>();
  private final Map<String, Clock> passed = new HashMap<>();

  /**
   * Notes what work before a commit left.
   *
   * @param waiting keys that still wait; the first part of a key is its tenant
   * @param clocks as they are now
   */
  public void worked(Set<String> waiting, Collection<Clock> clocks) {
    held.keySet().retainAll(waiting);
    for (String key : waiting) {
      held.computeIfAbsent(key, this::held);
    }
    passed.clear();
    clocks.forEach(clock -> passed.put(clock.tenant(), clock));
  }

  /** What waits since this work was noted after the work before. */
  private Held held(String key) {
    String tenant = Keys.split(key).get(0);
    return new Held(tenant, passed.get(tenant));
  }

  /** Whether something of a tenant waits. */
  public boolean isHeld(String tenant) {
    return held.values().stream().anyMatch(each -> each.tenant.equals(tenant));
  }

  /** The clock as far as it may be told; null when it may not be at all. */
  public @Nullable Clock limit(Clock clock) {
    Clock limited = clock;
    for (Held each : held.values()) {
      if (each.tenant.equals(clock.tenant())) {
        if (each.clock == null) {
          return null;
        }
        limited = limited.orEarlier(each.clock);
      }
    }
    return limited;
  }
}

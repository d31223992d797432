package org.contactroi.topology.window;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Settlement;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.topology.stage.UpstreamClocks;
import org.jspecify.annotations.Nullable;

/** The windows of all tenants: adds differences, says what they are then, settles and removes. */
final class WindowStore {

  /**
   * What an addition made of an hour or a day.
   *
   * @param isNew whether the window is new
   * @param kpi null if nothing is counted in it any more
   */
  record Change(boolean isNew, @Nullable Kpi kpi) {}

  private final KeyValueStore<String, byte[]> store;
  private final Supplier<Policies> policies;
  private final UpstreamClocks clocks;
  private final Map<String, TenantCalendar> calendars = new HashMap<>();

  WindowStore(
      KeyValueStore<String, byte[]> store, Supplier<Policies> policies, UpstreamClocks clocks) {
    this.store = store;
    this.policies = policies;
    this.clocks = clocks;
  }

  /** The window a key names. */
  Window window(TotalsKey key) {
    return calendar(key.tenant()).window(key.window(), key.start());
  }

  /** The day of an hour or a day of the same series. */
  TotalsKey day(TotalsKey key) {
    long start = calendar(key.tenant()).day(key.start()).start();
    return new TotalsKey(key.tenant(), key.family(), key.slice(), WindowSize.DAY, start);
  }

  /** What is counted in a window. */
  Totals totals(TotalsKey key) {
    return WindowState.orNew(store.get(key.text()), key.family()).totals();
  }

  TenantCalendar calendar(String tenant) {
    return calendars.computeIfAbsent(tenant, t -> new TenantCalendar(policies.get().zone(t)));
  }

  /**
   * Adds a difference to an hour or a day. Of a window that falls to zero the revision, and that it
   * was settled, are kept until it expires.
   */
  Change add(TotalsKey key, Totals difference) {
    byte[] stored = store.get(key.text());
    WindowState after = WindowState.orNew(stored, key.family()).plus(difference);
    return new Change(stored == null, put(key, after));
  }

  /**
   * Adds a difference to a minute. Minutes have no KPI record.
   *
   * @param isNew there is no such minute yet, so that it need not be looked for
   * @return its totals; null if nothing is counted in it any more
   */
  @Nullable Totals addMinute(TotalsKey key, Totals difference, boolean isNew) {
    byte[] stored = isNew ? null : store.get(key.text());
    WindowState after = WindowState.orNew(stored, key.family()).plus(difference);
    if (after.totals().isZero()) {
      remove(key);
      return null;
    }
    store.put(key.text(), after.encode());
    return after.totals();
  }

  /** Whether something is counted in a window that is not settled. */
  boolean isOpen(TotalsKey key) {
    WindowState state = counted(key);
    return state != null && !kpi(key, state).isSettled();
  }

  /** An hour or a day with the status it has now; null if nothing is counted in it. */
  @Nullable Kpi withStatus(TotalsKey key) {
    WindowState state = counted(key);
    if (state == null) {
      return null;
    }
    Kpi kpi = kpi(key, state);
    WindowState after = published(kpi, state);
    if (!after.equals(state)) {
      store.put(key.text(), after.encode());
    }
    return kpi;
  }

  /** An hour or a day whose amounts changed; null if nothing is counted in it. */
  @Nullable Kpi again(TotalsKey key) {
    WindowState state = counted(key);
    return state == null ? null : put(key, state.again());
  }

  /** Forgets a window. */
  void remove(TotalsKey key) {
    store.delete(key.text());
  }

  private @Nullable WindowState counted(TotalsKey key) {
    byte[] stored = store.get(key.text());
    WindowState state = stored == null ? null : WindowState.decode(stored);
    return state == null || state.totals().isZero() ? null : state;
  }

  private @Nullable Kpi put(TotalsKey key, WindowState state) {
    Kpi kpi = state.totals().isZero() ? null : kpi(key, state);
    store.put(key.text(), (kpi == null ? state : published(kpi, state)).encode());
    return kpi;
  }

  /** Once it is published as settled, a window that waited for episodes stays so. */
  private static WindowState published(Kpi kpi, WindowState state) {
    return kpi.isSettled() && kpi.key().family().waitsForEpisodes() ? state.settle() : state;
  }

  private Kpi kpi(TotalsKey key, WindowState state) {
    Window window = window(key);
    KpiPolicy policy = policies.get().at(key.tenant(), window.end() - 1);
    Settlement settlement =
        Settlement.of(window, state.totals(), policy, clocks.status(key.tenant()), state.settled());
    return new Kpi(
        key,
        window.end(),
        policy.zone().getId(),
        policy.version(),
        settlement.settled(),
        settlement.fraction(),
        settlement.watermark(),
        state.revision(),
        state.totals());
  }
}

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

/** The windows of all tenants: adds differences, publishes what changed, settles and removes. */
final class WindowStore {

  /** Where windows are published; no state is a tombstone. */
  interface Publisher {
    /** The totals of a window changed. */
    void totals(TotalsKey key, @Nullable Totals totals);

    /** The KPI record of an hour or a day changed. */
    void kpi(TotalsKey key, @Nullable Published published);
  }

  /** A KPI record, and the state it leaves behind. */
  record Published(Kpi kpi, WindowState state) {}

  private final KeyValueStore<String, byte[]> store;
  private final Supplier<Policies> policies;
  private final UpstreamClocks clocks;
  private final Publisher publisher;
  private final Map<String, TenantCalendar> calendars = new HashMap<>();

  WindowStore(
      KeyValueStore<String, byte[]> store,
      Supplier<Policies> policies,
      UpstreamClocks clocks,
      Publisher publisher) {
    this.store = store;
    this.policies = policies;
    this.clocks = clocks;
    this.publisher = publisher;
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
   * Adds a difference to an hour or a day and publishes its totals and its KPI record. A window
   * that falls to zero is published as gone; its revision, and that it was settled, are kept until
   * it expires.
   *
   * @return whether the window is new
   */
  boolean add(TotalsKey key, Totals difference) {
    String text = key.text();
    byte[] stored = store.get(text);
    WindowState after = WindowState.orNew(stored, key.family()).plus(difference);
    if (after.totals().isZero()) {
      store.put(text, after.encode());
      publishGone(key);
    } else {
      Published published = published(key, after);
      store.put(text, published.state().encode());
      publisher.totals(key, after.totals());
      publisher.kpi(key, published);
    }
    return stored == null;
  }

  /**
   * Adds a difference to a minute and publishes its totals. Minutes have no KPI record.
   *
   * @param isNew there is no such minute yet, so that it need not be looked for
   */
  void addMinute(TotalsKey key, Totals difference, boolean isNew) {
    String text = key.text();
    byte[] stored = isNew ? null : store.get(text);
    WindowState after = WindowState.orNew(stored, key.family()).plus(difference);
    if (after.totals().isZero()) {
      removeMinute(key);
    } else {
      store.put(text, after.encode());
      publisher.totals(key, after.totals());
    }
  }

  /** Whether something is counted in a window that is not settled. */
  boolean isOpen(TotalsKey key) {
    WindowState state = get(key.text());
    return state != null && !state.totals().isZero() && !published(key, state).kpi().isSettled();
  }

  /**
   * Publishes the KPI record anew, its status being what it is now.
   *
   * @return whether the window is settled, zero or gone
   */
  boolean publishStatus(TotalsKey key) {
    String text = key.text();
    WindowState state = get(text);
    if (state == null || state.totals().isZero()) {
      return true;
    }
    Published published = published(key, state);
    if (!published.state().equals(state)) {
      store.put(text, published.state().encode());
    }
    publisher.kpi(key, published);
    return published.kpi().isSettled();
  }

  /** Publishes the KPI record anew, because its amounts changed. */
  void publishAgain(TotalsKey key) {
    String text = key.text();
    WindowState state = get(text);
    if (state != null && !state.totals().isZero()) {
      Published published = published(key, state.again());
      store.put(text, published.state().encode());
      publisher.kpi(key, published);
    }
  }

  /** Forgets an hour or a day and publishes tombstones. */
  void remove(TotalsKey key) {
    store.delete(key.text());
    publishGone(key);
  }

  /** Forgets a minute and publishes a tombstone. */
  void removeMinute(TotalsKey key) {
    store.delete(key.text());
    publisher.totals(key, null);
  }

  private void publishGone(TotalsKey key) {
    publisher.totals(key, null);
    publisher.kpi(key, null);
  }

  private @Nullable WindowState get(String text) {
    byte[] stored = store.get(text);
    return stored == null ? null : WindowState.decode(stored);
  }

  private Published published(TotalsKey key, WindowState state) {
    Window window = window(key);
    KpiPolicy policy = policies.get().at(key.tenant(), window.end() - 1);
    Settlement settlement =
        Settlement.of(window, state.totals(), policy, clocks.status(key.tenant()), state.settled());
    boolean settles = key.family().waitsForEpisodes() && settlement.settled();
    Kpi kpi =
        new Kpi(
            key,
            window.end(),
            policy.zone().getId(),
            policy.version(),
            settlement.settled(),
            settlement.fraction(),
            settlement.watermark(),
            state.revision(),
            state.totals());
    return new Published(kpi, settles ? state.settle() : state);
  }
}

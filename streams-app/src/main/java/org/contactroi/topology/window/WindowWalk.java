package org.contactroi.topology.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;

/**
 * Follows a tenant's event time: hands out the hours and days it has passed with their new status,
 * and removes windows past their retention, minutes with their hour.
 */
final class WindowWalk {

  private static final long HOUR_MS = Duration.ofHours(1).toMillis();
  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  /** No local day is longer. */
  private static final long LONGEST_DAY_MS = Duration.ofHours(26).toMillis();

  /** Before every event that is accepted, and late enough to subtract from. */
  private static final long BEGINNING = -DAY_MS;

  /** After every window of an event that is accepted. */
  private static final long END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();

  private static final List<WindowSize> DAYS_AND_HOURS = List.of(WindowSize.DAY, WindowSize.HOUR);

  private final WindowStore windows;
  private final WindowIndex agenda;
  private final WindowIndex open;
  private final Progress progress;
  private final Supplier<Policies> policies;

  /**
   * A walk along the windows.
   *
   * @param agenda all hours and days
   * @param open those that time has passed and that still wait for episodes
   */
  WindowWalk(
      WindowStore windows,
      WindowIndex agenda,
      WindowIndex open,
      Progress progress,
      Supplier<Policies> policies) {
    this.windows = windows;
    this.agenda = agenda;
    this.open = open;
    this.progress = progress;
    this.policies = policies;
  }

  /** Whether an hour or day is past its retention; hours that have a price never are. */
  boolean isExpired(TotalsKey key) {
    return key.window() == WindowSize.HOUR
        && !key.family().isPriced()
        && windows.window(key).end() <= progress.of(key.tenant(), Progress.Walk.HOURS_EXPIRED);
  }

  /** Whether the minutes of an hour are past their retention. */
  boolean areMinutesExpired(TotalsKey hour) {
    return windows.window(hour).end() <= progress.of(hour.tenant(), Progress.Walk.MINUTES_EXPIRED);
  }

  /** Notes that an hour or day changed: one that time has passed may wait for episodes again. */
  void changed(TotalsKey key) {
    if (key.family().waitsForEpisodes()
        && windows.window(key).end() <= progress.of(key.tenant(), Progress.Walk.SETTLED)
        && windows.isOpen(key)) {
      open.add(key);
    }
  }

  /**
   * Removes what is past its retention.
   *
   * @param purge event time, UTC ms
   * @param gone takes what is removed
   */
  void expire(String tenant, long purge, Consumer<TotalsKey> gone) {
    KpiPolicy policy = policies.get().at(tenant, purge);
    walk(
        tenant,
        WindowSize.HOUR,
        Progress.Walk.MINUTES_EXPIRED,
        purge - policy.minuteRetention().toMillis(),
        hour -> expireMinutes(hour, gone));
    walk(
        tenant,
        WindowSize.HOUR,
        Progress.Walk.HOURS_EXPIRED,
        purge - policy.hourRetention().toMillis(),
        hour -> expireHour(hour.key(), gone));
  }

  /**
   * Settles what event time has passed.
   *
   * @param status event time, UTC ms
   * @param changed takes what has another status
   */
  void settle(String tenant, long status, Consumer<Kpi> changed) {
    long passed = Progress.step(policies.get().settledUntil(tenant, status));
    long before = progress.of(tenant, Progress.Walk.SETTLED);
    if (passed <= before) {
      return;
    }
    if (Math.floorDiv(passed, DAY_MS) > Math.floorDiv(before, DAY_MS)) {
      open.all(tenant).stream()
          .map(WindowIndex.Entry::key)
          .filter(key -> isSettled(key, changed))
          .forEach(open::remove);
    }
    for (WindowSize size : DAYS_AND_HOURS) {
      forEachEnding(tenant, size, before, passed, entry -> settle(entry.key(), changed));
    }
    progress.set(tenant, Progress.Walk.SETTLED, passed);
  }

  /** Hands out hours and days that end after an instant, UTC ms. */
  void endingAfter(String tenant, long instant, Consumer<Kpi> outlet) {
    for (WindowSize size : DAYS_AND_HOURS) {
      forEachEnding(tenant, size, instant, END_OF_TIME, entry -> isSettled(entry.key(), outlet));
    }
  }

  private void settle(TotalsKey key, Consumer<Kpi> changed) {
    if (!isSettled(key, changed)) {
      open.add(key);
    }
  }

  /** Hands out a window with its status, and says whether it is settled, zero or gone. */
  private boolean isSettled(TotalsKey key, Consumer<Kpi> outlet) {
    Kpi kpi = windows.withStatus(key);
    if (kpi != null) {
      outlet.accept(kpi);
    }
    return kpi == null || kpi.isSettled();
  }

  private void expireMinutes(WindowIndex.Entry hour, Consumer<TotalsKey> gone) {
    if (hour.minutes() != 0) {
      hour.minuteKeys().forEach(minute -> remove(minute, gone));
      agenda.setMinutes(hour.key(), 0);
    }
  }

  private void expireHour(TotalsKey hour, Consumer<TotalsKey> gone) {
    if (!hour.family().isPriced()) {
      remove(hour, gone);
      agenda.remove(hour);
      open.remove(hour);
    }
  }

  private void remove(TotalsKey key, Consumer<TotalsKey> gone) {
    windows.remove(key);
    gone.accept(key);
  }

  private void walk(
      String tenant,
      WindowSize size,
      Progress.Walk walk,
      long until,
      Consumer<WindowIndex.Entry> action) {
    long to = Progress.step(until);
    long before = progress.of(tenant, walk);
    if (to > before) {
      forEachEnding(tenant, size, before, to, action);
      progress.set(tenant, walk, to);
    }
  }

  /** The windows that end in (after, to]. */
  private void forEachEnding(
      String tenant, WindowSize size, long after, long to, Consumer<WindowIndex.Entry> action) {
    long longest = size == WindowSize.DAY ? LONGEST_DAY_MS : HOUR_MS;
    long from = Math.max(after, BEGINNING + longest) - longest;
    for (WindowIndex.Entry entry : agenda.starting(tenant, size, from, to)) {
      long end = windows.window(entry.key()).end();
      if (end > after && end <= to) {
        action.accept(entry);
      }
    }
  }
}

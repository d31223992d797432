package org.contactroi.topology.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;

/**
 * Follows a tenant's event time: republishes the hours and days it has passed with their new
 * status, and removes windows past their retention, minutes with their hour.
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

  /** Removes what is past its retention when event time has reached {@code purge}, UTC ms. */
  void expire(String tenant, long purge) {
    KpiPolicy policy = policies.get().at(tenant, purge);
    walk(
        tenant,
        WindowSize.HOUR,
        Progress.Walk.MINUTES_EXPIRED,
        purge - policy.minuteRetention().toMillis(),
        this::expireMinutes);
    walk(
        tenant,
        WindowSize.HOUR,
        Progress.Walk.HOURS_EXPIRED,
        purge - policy.hourRetention().toMillis(),
        this::expireHour);
  }

  /** Settles what event time {@code status}, UTC ms, has passed. */
  void settle(String tenant, long status) {
    long passed = Progress.step(policies.get().settledUntil(tenant, status));
    long before = progress.of(tenant, Progress.Walk.SETTLED);
    if (passed <= before) {
      return;
    }
    if (Math.floorDiv(passed, DAY_MS) > Math.floorDiv(before, DAY_MS)) {
      open.all(tenant).forEach(this::settleOpen);
    }
    forEachEnding(tenant, WindowSize.DAY, before, passed, this::settle);
    forEachEnding(tenant, WindowSize.HOUR, before, passed, this::settle);
    progress.set(tenant, Progress.Walk.SETTLED, passed);
  }

  /** Publishes hours and days anew that end after an instant, UTC ms. */
  void publishEndingAfter(String tenant, long instant) {
    for (WindowSize size : List.of(WindowSize.DAY, WindowSize.HOUR)) {
      forEachEnding(
          tenant, size, instant, END_OF_TIME, entry -> windows.publishStatus(entry.key()));
    }
  }

  private void settle(WindowIndex.Entry entry) {
    if (!windows.publishStatus(entry.key())) {
      open.add(entry.key());
    }
  }

  private void settleOpen(WindowIndex.Entry entry) {
    if (windows.publishStatus(entry.key())) {
      open.remove(entry.key());
    }
  }

  private void expireMinutes(WindowIndex.Entry hour) {
    if (hour.minutes() != 0) {
      hour.minuteKeys().forEach(windows::removeMinute);
      agenda.setMinutes(hour.key(), 0);
    }
  }

  private void expireHour(WindowIndex.Entry hour) {
    if (hour.key().family().isPriced()) {
      return;
    }
    windows.remove(hour.key());
    agenda.remove(hour.key());
    open.remove(hour.key());
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

package org.contactroi.topology.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.WindowSize;

/**
 * Follows a tenant's event time: marks the hours and days it has passed, which have another status
 * now, and forgets what is past its retention.
 */
final class WindowWalk {

  private static final long HOUR_MS = Duration.ofHours(1).toMillis();
  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  /** No local day is longer. */
  private static final long LONGEST_DAY_MS = Duration.ofHours(26).toMillis();

  /** After every window of an event that is accepted. */
  private static final long END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

  private static final List<WindowSize> DAYS_AND_HOURS = List.of(WindowSize.DAY, WindowSize.HOUR);

  private final WindowStore windows;
  private final QuarterStore quarters;
  private final OpenRows open;
  private final Progress progress;
  private final Supplier<Policies> policies;

  WindowWalk(
      WindowStore windows,
      QuarterStore quarters,
      OpenRows open,
      Progress progress,
      Supplier<Policies> policies) {
    this.windows = windows;
    this.quarters = quarters;
    this.open = open;
    this.progress = progress;
    this.policies = policies;
  }

  /** Whether a row is past its retention, but for what has a price. */
  boolean isExpired(WindowRow row) {
    return row.key().window() == WindowSize.HOUR
        && row.window().end() <= progress.of(row.key().tenant(), Progress.Walk.HOURS_EXPIRED);
  }

  /** Whether a minute is past its retention. */
  boolean isExpired(String tenant, long minute) {
    return minute < progress.of(tenant, Progress.Walk.MINUTES_EXPIRED);
  }

  /** Whether time has passed a row. */
  boolean isPassed(WindowRow row) {
    return row.window().end() <= progress.of(row.key().tenant(), Progress.Walk.SETTLED);
  }

  /**
   * Forgets what is past its retention.
   *
   * @param purge event time, UTC ms
   * @param gone takes each family that is forgotten
   */
  void expire(String tenant, long purge, GoneFamilies gone) {
    KpiPolicy policy = policies.get().at(tenant, purge);
    long minutes = Progress.step(purge - policy.minuteRetention().toMillis());
    if (minutes > progress.of(tenant, Progress.Walk.MINUTES_EXPIRED)) {
      quarters.removeBefore(tenant, minutes);
      progress.set(tenant, Progress.Walk.MINUTES_EXPIRED, minutes);
    }
    long hours = Progress.step(purge - policy.hourRetention().toMillis());
    long before = progress.of(tenant, Progress.Walk.HOURS_EXPIRED);
    if (hours > before) {
      forEachEnding(tenant, WindowSize.HOUR, before, hours, key -> expire(key, gone));
      progress.set(tenant, Progress.Walk.HOURS_EXPIRED, hours);
    }
  }

  /** Takes a family of an hour that is forgotten. */
  interface GoneFamilies {
    void accept(WindowRow hour, FamilyState state);
  }

  private void expire(RowKey key, GoneFamilies gone) {
    WindowRow hour = windows.row(key);
    for (FamilyState state : List.copyOf(hour.families())) {
      if (!state.family().isPriced()) {
        hour.remove(state);
        gone.accept(hour, state);
      }
    }
  }

  /**
   * Marks what event time has passed.
   *
   * @param status event time, UTC ms
   */
  void settle(String tenant, long status) {
    long passed = Progress.step(policies.get().settledUntil(tenant, status));
    long before = progress.of(tenant, Progress.Walk.SETTLED);
    if (passed <= before) {
      return;
    }
    if (Math.floorDiv(passed, DAY_MS) > Math.floorDiv(before, DAY_MS)) {
      open.of(tenant).forEach(this::publishOpen);
    }
    for (WindowSize size : DAYS_AND_HOURS) {
      forEachEnding(tenant, size, before, passed, this::publish);
    }
    progress.set(tenant, Progress.Walk.SETTLED, passed);
  }

  /** Marks hours and days that end after an instant, UTC ms. */
  void publishEndingAfter(String tenant, long instant) {
    for (WindowSize size : DAYS_AND_HOURS) {
      forEachEnding(tenant, size, instant, END_OF_TIME, this::publish);
    }
  }

  private void publish(RowKey key) {
    windows.row(key).families().forEach(FamilyState::publish);
  }

  private void publishOpen(RowKey key) {
    for (FamilyState state : windows.row(key).families()) {
      if (state.family().waitsForEpisodes() && !state.isSettled()) {
        state.publish();
      }
    }
  }

  /** The windows that end in (after, to]. */
  private void forEachEnding(
      String tenant, WindowSize size, long after, long to, Consumer<RowKey> action) {
    long longest = size == WindowSize.DAY ? LONGEST_DAY_MS : HOUR_MS;
    long from = Math.max(after, longest) - longest;
    for (RowKey key : windows.starting(tenant, size, from, to)) {
      long end = windows.window(key).end();
      if (end > after && end <= to) {
        action.accept(key);
      }
    }
  }
}

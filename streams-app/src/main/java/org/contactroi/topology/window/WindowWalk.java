package org.contactroi.topology.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.WindowSize;
import org.jspecify.annotations.Nullable;

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

  /**
   * Rows of all tenants that are walked over before a commit, by each of the partitions whose work
   * is in one transaction.
   */
  private static final int ROWS = 3_000;

  private final WindowStore windows;
  private final QuarterStore quarters;
  private final OpenRows open;
  private final Progress progress;
  private final Supplier<Policies> policies;
  private final Runnable relief;
  private final Map<String, Telling> tellings = new HashMap<>();
  private int left = ROWS;

  /**
   * A walk.
   *
   * @param relief writes and lets go of the rows that are held, if they are many
   */
  WindowWalk(
      WindowStore windows,
      QuarterStore quarters,
      OpenRows open,
      Progress progress,
      Supplier<Policies> policies,
      Runnable relief) {
    this.relief = relief;
    this.windows = windows;
    this.quarters = quarters;
    this.open = open;
    this.progress = progress;
    this.policies = policies;
  }

  /**
   * How far rows that wait for episodes have been told of a day that has passed. It is begun anew
   * after a restart.
   *
   * @param passed event time, UTC ms
   * @param last row that was told; null before the first
   */
  private record Telling(long passed, @Nullable RowKey last) {}

  /** There is a commit between what was walked over and what will be. */
  void commit() {
    left = ROWS;
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
   * Forgets what is past its retention, or the next part of it.
   *
   * @param purge event time, UTC ms
   * @param gone takes each family that is forgotten
   * @return whether nothing of it is left
   */
  boolean expire(String tenant, long purge, GoneFamilies gone) {
    KpiPolicy policy = policies.get().at(tenant, purge);
    long minutes = Progress.step(purge - policy.minuteRetention().toMillis());
    if (minutes > progress.of(tenant, Progress.Walk.MINUTES_EXPIRED)) {
      quarters.removeBefore(tenant, minutes);
      progress.set(tenant, Progress.Walk.MINUTES_EXPIRED, minutes);
    }
    long hours = Progress.step(purge - policy.hourRetention().toMillis());
    long before = progress.of(tenant, Progress.Walk.HOURS_EXPIRED);
    if (hours <= before || left <= 0) {
      return hours <= before;
    }
    Part part = ending(tenant, WindowSize.HOUR, before, hours, left);
    progress.set(tenant, Progress.Walk.HOURS_EXPIRED, part.to());
    forEach(part, key -> expire(key, gone));
    return part.to() == hours;
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
   * Marks what event time has passed, or the next part of it: time may have been held up by one
   * that was far behind, and then pass months at once.
   *
   * @param status event time, UTC ms
   * @return whether nothing of it is left
   */
  boolean settle(String tenant, long status) {
    long passed = Progress.step(policies.get().settledUntil(tenant, status));
    return pass(tenant, passed) && tellOpen(tenant, passed);
  }

  private boolean pass(String tenant, long passed) {
    long before = progress.of(tenant, Progress.Walk.SETTLED);
    if (passed <= before || left <= 0) {
      return passed <= before;
    }
    Part hours = ending(tenant, WindowSize.HOUR, before, passed, left);
    Part days = ending(tenant, WindowSize.DAY, before, hours.to(), left);
    long to = days.to();
    // Rows that are written are passed already.
    progress.set(tenant, Progress.Walk.SETTLED, to);
    forEach(days, this::publish);
    forEach(hours.until(to, this::end), this::publish);
    return to == passed;
  }

  /** What waits for episodes waits for fewer of them the next day. */
  private boolean tellOpen(String tenant, long passed) {
    if (!tellings.containsKey(tenant)
        && isSameDay(progress.of(tenant, Progress.Walk.OPEN_TOLD), passed)) {
      return true;
    }
    Telling telling = tellings.computeIfAbsent(tenant, t -> new Telling(passed, null));
    int most = Math.max(0, left);
    List<RowKey> keys = open.after(tenant, telling.last(), most);
    forEach(keys, this::publishOpen);
    if (keys.size() == most) {
      tellings.put(tenant, keys.isEmpty() ? telling : new Telling(telling.passed(), last(keys)));
      return false;
    }
    tellings.remove(tenant);
    progress.set(tenant, Progress.Walk.OPEN_TOLD, telling.passed());
    return isSameDay(telling.passed(), passed);
  }

  private static boolean isSameDay(long before, long passed) {
    return Math.floorDiv(passed, DAY_MS) <= Math.floorDiv(before, DAY_MS);
  }

  /** Marks hours and days that end after an instant, UTC ms. */
  void publishEndingAfter(String tenant, long instant) {
    for (WindowSize size : DAYS_AND_HOURS) {
      long reached = instant;
      while (reached < END_OF_TIME) {
        Part part = ending(tenant, size, reached, END_OF_TIME, ROWS);
        forEach(part, this::publish);
        reached = part.to();
      }
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

  /**
   * Some windows of one size.
   *
   * @param keys in the order of time
   * @param to all that end until then, from some instant on, UTC ms
   */
  private record Part(List<RowKey> keys, long to) {

    /** Those that end until an instant. */
    Part until(long instant, ToLongFunction<RowKey> end) {
      return instant == to
          ? this
          : new Part(
              keys.stream().filter(key -> end.applyAsLong(key) <= instant).toList(), instant);
    }
  }

  /**
   * The first windows that end in (after, to]: all of them, or some more than are wanted at most.
   */
  private Part ending(String tenant, WindowSize size, long after, long to, int most) {
    long longest = size == WindowSize.DAY ? LONGEST_DAY_MS : HOUR_MS;
    long from = Math.max(after, longest) - longest;
    List<RowKey> keys = new ArrayList<>();
    boolean areAll =
        windows.takeStarting(
            tenant,
            size,
            from,
            to,
            key -> {
              long end = end(key);
              return end <= after || end > to || add(key, end, keys, most);
            });
    return new Part(keys, areAll ? to : end(last(keys)));
  }

  /** What ends together is walked together. */
  private boolean add(RowKey key, long end, List<RowKey> keys, int most) {
    return (keys.size() < most || end == end(last(keys))) && keys.add(key);
  }

  private static RowKey last(List<RowKey> keys) {
    return keys.get(keys.size() - 1);
  }

  private long end(RowKey key) {
    return windows.window(key).end();
  }

  private void forEach(Part part, Consumer<RowKey> action) {
    forEach(part.keys(), action);
  }

  private void forEach(List<RowKey> keys, Consumer<RowKey> action) {
    left -= keys.size();
    for (RowKey key : keys) {
      relief.run();
      action.accept(key);
    }
  }
}

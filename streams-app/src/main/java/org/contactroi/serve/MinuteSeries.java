package org.contactroi.serve;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;

/**
 * The last 1 440 minutes of one series and their sums. Sums move by what enters, leaves and
 * changes; totals are exact integers, so they never drift. Minutes at or after the end are not
 * held: they are loaded when the watermark has passed them.
 */
final class MinuteSeries {

  /** Reads stored minutes. */
  @FunctionalInterface
  interface Source {
    /** The minutes of a series that start in [from, to), by start. */
    NavigableMap<Long, Totals> minutes(String seriesPrefix, long from, long to);
  }

  private static final long NOT_LOADED = Long.MIN_VALUE;

  private final String prefix;
  private final TotalsKey key;
  private final Totals zero;
  private final NavigableMap<Long, Totals> minutes = new TreeMap<>();
  private final Set<Long> changed = new HashSet<>();
  private final Map<SlidingWindow, Totals> sums = new EnumMap<>(SlidingWindow.class);
  private long end = NOT_LOADED;
  private long newestStart = Long.MIN_VALUE;

  /**
   * A series without minutes.
   *
   * @param prefix what the keys of its minutes begin with
   * @param key of any of its windows
   */
  MinuteSeries(String prefix, TotalsKey key) {
    this.prefix = prefix;
    this.key = key;
    this.zero = Totals.zero(key.family());
  }

  TotalsKey key() {
    return key;
  }

  /** Notes that a minute was written; it is read again when sums are asked for. */
  void touch(long start) {
    newestStart = Math.max(newestStart, start);
    if (start < end && start >= end - SlidingWindow.DAY.millis()) {
      changed.add(start);
    }
  }

  /**
   * Brings the sums to an end.
   *
   * @param newEnd whole minutes before it count; at least the end before
   * @return whether a sum may have changed
   */
  boolean advance(long newEnd, Source source) {
    if (end == NOT_LOADED || newEnd - end >= SlidingWindow.DAY.millis()) {
      forget();
      end = newEnd;
      source.minutes(prefix, newEnd - SlidingWindow.DAY.millis(), newEnd).forEach(this::enter);
      return true;
    }
    boolean any = newEnd != end || !changed.isEmpty();
    changed.forEach(start -> reload(start, source));
    changed.clear();
    moveTo(newEnd, source);
    return any;
  }

  /** Gives the memory back; the next {@link #advance} loads anew. */
  void forget() {
    minutes.clear();
    changed.clear();
    sums.clear();
    end = NOT_LOADED;
  }

  /** Sum of a window, as of the last {@link #advance}. */
  Totals sum(SlidingWindow window) {
    return sums.getOrDefault(window, zero);
  }

  /** Where the sums end, exclusive, UTC ms; as of the last {@link #advance}. */
  long end() {
    return end;
  }

  /** Whether no minute that was ever written can still count. */
  boolean isOver(long atEnd) {
    return newestStart < atEnd - SlidingWindow.DAY.millis();
  }

  private void moveTo(long newEnd, Source source) {
    if (newEnd == end) {
      return;
    }
    for (SlidingWindow window : SlidingWindow.ALL) {
      long leaveUntil = Math.min(newEnd - window.millis(), end);
      minutes
          .subMap(end - window.millis(), leaveUntil)
          .forEach((start, minute) -> subtract(window, minute));
    }
    minutes.headMap(newEnd - SlidingWindow.DAY.millis()).clear();
    NavigableMap<Long, Totals> entering = source.minutes(prefix, end, newEnd);
    end = newEnd;
    entering.forEach(this::enter);
  }

  private void reload(long start, Source source) {
    Totals before = minutes.remove(start);
    if (before != null) {
      SlidingWindow.ALL.stream()
          .filter(window -> holds(window, start))
          .forEach(window -> subtract(window, before));
    }
    source.minutes(prefix, start, start + SlidingWindow.MINUTE_MS).forEach(this::enter);
  }

  private void enter(long start, Totals minute) {
    minutes.put(start, minute);
    for (SlidingWindow window : SlidingWindow.ALL) {
      if (holds(window, start)) {
        sums.put(window, sum(window).plus(minute));
      }
    }
  }

  private void subtract(SlidingWindow window, Totals minute) {
    sums.put(window, sum(window).minus(minute));
  }

  private boolean holds(SlidingWindow window, long start) {
    return start >= end - window.millis() && start < end;
  }
}

package org.contactroi.serve.gauge;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;

/**
 * The windows of one series, minutes or hours, that its spans reach back to, and their sums. Sums
 * move by what enters, leaves and changes; totals are exact integers, so they never drift. Windows
 * at or after the end are not held: they are loaded when the watermark has passed them.
 */
final class SlidingSeries {

  /** Reads stored windows. */
  @FunctionalInterface
  public interface Source {
    /** Totals of the windows of a series that start in [from, to), by start. */
    NavigableMap<Long, Totals> totals(String seriesPrefix, long from, long to);
  }

  private static final long QUARTER_MS = 15 * SlidingWindow.MINUTE_MS;
  private static final long HOUR_MS = 60 * SlidingWindow.MINUTE_MS;
  private static final long NOT_LOADED = Long.MIN_VALUE;

  private final String prefix;
  private final TotalsKey key;
  private final Totals zero;
  private final List<SlidingWindow> spans;
  private final long longest;

  /** Length of what is written at once. */
  private final long block;

  private final NavigableMap<Long, Totals> held = new TreeMap<>();
  private final Set<Long> changed = new HashSet<>();
  private final Map<SlidingWindow, Totals> sums = new EnumMap<>(SlidingWindow.class);
  private long end = NOT_LOADED;
  private long newestStart = Long.MIN_VALUE;

  /**
   * A series that holds nothing.
   *
   * @param prefix what the keys of its windows begin with
   * @param key of any of its windows
   */
  SlidingSeries(String prefix, TotalsKey key) {
    this.prefix = prefix;
    this.key = key;
    this.zero = Totals.zero(key.family());
    this.spans = SlidingWindow.of(key.family(), key.window());
    this.longest = spans.get(spans.size() - 1).millis();
    this.block = key.window() == WindowSize.MINUTE ? QUARTER_MS : HOUR_MS;
  }

  TotalsKey key() {
    return key;
  }

  /**
   * Notes that a row was written, an hour or the minutes of a quarter; it is read again when sums
   * are asked for.
   */
  void touch(long start) {
    newestStart = Math.max(newestStart, start);
    if (start < end && start + block > end - longest) {
      changed.add(start);
    }
  }

  /**
   * Brings the sums to an end.
   *
   * @param newEnd whole windows before it count; at least the end before
   * @return whether a sum may have changed
   */
  boolean advance(long newEnd, Source source) {
    if (end == NOT_LOADED || newEnd - end >= longest) {
      forget();
      end = newEnd;
      source.totals(prefix, newEnd - longest, newEnd).forEach(this::enter);
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
    held.clear();
    changed.clear();
    sums.clear();
    end = NOT_LOADED;
  }

  /** The spans it is summed over. */
  List<SlidingWindow> spans() {
    return spans;
  }

  /** Sum of a span, as of the last {@link #advance}. */
  Totals sum(SlidingWindow span) {
    return sums.getOrDefault(span, zero);
  }

  /** Where the sums end, exclusive, UTC ms; as of the last {@link #advance}. */
  long end() {
    return end;
  }

  /** Whether no window that was ever written can still count. */
  boolean isOver(long atEnd) {
    return newestStart + block <= atEnd - longest;
  }

  private void moveTo(long newEnd, Source source) {
    if (newEnd == end) {
      return;
    }
    for (SlidingWindow span : spans) {
      long leaveUntil = Math.min(newEnd - span.millis(), end);
      held.subMap(end - span.millis(), leaveUntil)
          .forEach((start, totals) -> subtract(span, totals));
    }
    held.headMap(newEnd - longest).clear();
    NavigableMap<Long, Totals> entering = source.totals(prefix, end, newEnd);
    end = newEnd;
    entering.forEach(this::enter);
  }

  private void reload(long start, Source source) {
    long from = Math.max(start, end - longest);
    long to = Math.min(start + block, end);
    NavigableMap<Long, Totals> before = held.subMap(from, true, to, false);
    before.forEach(
        (at, totals) ->
            spans.stream().filter(span -> holds(span, at)).forEach(span -> subtract(span, totals)));
    before.clear();
    source.totals(prefix, from, to).forEach(this::enter);
  }

  private void enter(long start, Totals totals) {
    held.put(start, totals);
    for (SlidingWindow span : spans) {
      if (holds(span, start)) {
        sums.put(span, sum(span).plus(totals));
      }
    }
  }

  private void subtract(SlidingWindow span, Totals totals) {
    sums.put(span, sum(span).minus(totals));
  }

  private boolean holds(SlidingWindow span, long start) {
    return start >= end - span.millis() && start < end;
  }
}

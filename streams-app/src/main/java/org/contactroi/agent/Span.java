package org.contactroi.agent;

/**
 * A span of event time [start, end), UTC ms; empty when both are equal.
 *
 * @param end not before the start
 */
public record Span(long start, long end) {

  private static final long DAY_MS = 86_400_000;

  public Span {
    if (end < start) {
      throw new IllegalArgumentException(
          "span [%d, %d) ends before it starts".formatted(start, end));
    }
  }

  /** The UTC day, counted from the epoch, of an instant. */
  public static long day(long instant) {
    return Math.floorDiv(instant, DAY_MS);
  }

  /** The span of a UTC day, counted from the epoch. */
  public static Span ofDay(long day) {
    return new Span(day * DAY_MS, (day + 1) * DAY_MS);
  }

  /** Whether an instant, UTC ms, lies in it. */
  boolean contains(long instant) {
    return start <= instant && instant < end;
  }

  /** Length, ms. */
  long length() {
    return end - start;
  }

  /** The part of it that lies within another; empty when there is none. */
  Span within(Span other) {
    long from = Math.max(start, other.start);
    return new Span(from, Math.max(from, Math.min(end, other.end)));
  }
}

package org.contactroi.simulator.scenario;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** When a queue is open, by weekday and local time. */
public final class OpeningHours {

  /** Open at any time. */
  public static final OpeningHours ALWAYS = always();

  private static final int DAY_MINUTES = 1_440;

  private final Map<DayOfWeek, Span> spans;

  /**
   * Part of a day.
   *
   * @param from first minute of the day
   * @param to minute after the last, at most 1 440
   */
  public record Span(int from, int to) {

    public Span {
      if (from < 0 || to > DAY_MINUTES || from >= to) {
        throw new IllegalArgumentException(
            "minutes " + from + " to " + to + " are no part of a day");
      }
    }
  }

  /** Creates hours; a day without a span is closed. */
  public OpeningHours(Map<DayOfWeek, Span> spans) {
    this.spans = new EnumMap<>(DayOfWeek.class);
    this.spans.putAll(spans);
  }

  private static OpeningHours always() {
    Map<DayOfWeek, Span> spans = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      spans.put(day, new Span(0, DAY_MINUTES));
    }
    return new OpeningHours(spans);
  }

  /** Returns when it is open on a day; empty if it is closed. */
  public Optional<Span> on(DayOfWeek day) {
    return Optional.ofNullable(spans.get(day));
  }

  /** Returns whether it is open in a minute of a day, 0 the one after midnight. */
  public boolean isOpen(DayOfWeek day, int minute) {
    Span span = spans.get(day);
    return span != null && minute >= span.from() && minute < span.to();
  }
}

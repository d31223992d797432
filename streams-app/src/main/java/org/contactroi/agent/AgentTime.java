package org.contactroi.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.Window;

/** What an agent's time adds to the totals of occupancy: a pure function of states and legs. */
public final class AgentTime {

  /** By start; stretches of one span leave no gap between them. */
  private final NavigableMap<Long, SteadyHour> pieces = new TreeMap<>();

  private AgentTime(List<SteadySpan> stretches, TenantCalendar calendar) {
    stretches.forEach(stretch -> cut(stretch, calendar));
  }

  /**
   * Totals of a span of time by hour and team. No total is zero. Those of adjacent spans add up to
   * the totals of both.
   *
   * @param span not empty
   * @param legs in any order; those outside the span do not matter
   */
  public static Map<TeamHour, Totals> of(
      Span span, Timeline timeline, Collection<Handling> legs, TenantCalendar calendar) {
    AgentTime time = new AgentTime(timeline.within(span), calendar);
    List<Handling> counted =
        legs.stream()
            .filter(Handling::isCounted)
            .sorted(Comparator.comparingLong(Handling::start))
            .toList();
    counted.forEach(time::addLeg);
    union(counted).forEach(time::addHandling);
    return time.totals();
  }

  private void cut(SteadySpan stretch, TenantCalendar calendar) {
    Span span = stretch.span();
    long at = span.start();
    while (at < span.end()) {
      Window hour = calendar.hour(at);
      Span part = span.within(new Span(at, hour.end()));
      pieces.put(
          at,
          new SteadyHour(
              new SteadySpan(part, stretch.team(), stretch.routable(), stretch.paid()),
              hour.start()));
      at = part.end();
    }
  }

  private void addLeg(Handling leg) {
    touched(leg.span()).forEach(piece -> piece.addLeg(leg));
  }

  private void addHandling(Span worked) {
    touched(worked).forEach(piece -> piece.addHandling(worked));
  }

  /** The pieces that a span lies in, that of its start at least. */
  private Collection<SteadyHour> touched(Span span) {
    Long first = pieces.floorKey(span.start());
    return first == null
        ? pieces.headMap(span.end(), false).values()
        : pieces.subMap(first, true, Math.max(span.end(), span.start() + 1), false).values();
  }

  /** The spans in which there is at least one of the legs. */
  private static List<Span> union(List<Handling> byStart) {
    List<Span> union = new ArrayList<>();
    for (Handling leg : byStart) {
      Span last = union.isEmpty() ? null : union.get(union.size() - 1);
      if (last == null || leg.start() > last.end()) {
        union.add(leg.span());
      } else {
        union.set(union.size() - 1, new Span(last.start(), Math.max(last.end(), leg.settle())));
      }
    }
    return union;
  }

  private Map<TeamHour, Totals> totals() {
    Map<TeamHour, Totals> totals = new HashMap<>();
    for (SteadyHour piece : pieces.values()) {
      totals.merge(piece.place(), piece.totals(), Totals::plus);
    }
    totals.values().removeIf(Totals::isZero);
    return totals;
  }
}

package org.contactroi.interaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Computes interactions from the sets of their events. */
public final class InteractionFold {

  private InteractionFold() {}

  /**
   * The interactions that one id stands for, by start: normally one, more after silences longer
   * than the gap of the channel, none when no event is left. A pure function of the set of events.
   *
   * @param interactionId id of the first part; a later part is {@code interactionId@start}
   * @param events accepted events of the id in any order, one per event id; retracted ones say
   *     nothing
   * @throws ArithmeticException when reported durations sum to more than a long holds
   */
  public static List<Interaction> fold(
      String tenant, String interactionId, Collection<Event> events, SilenceGaps gaps) {
    List<Event> ordered = ordered(events);
    if (ordered.isEmpty()) {
      return List.of();
    }
    Inherited inherited = Inherited.of(tenant, interactionId, ordered);
    long gap = gaps.of(inherited.channel());
    List<Stretch> stretches = SilenceCut.cut(ordered, gap, gaps.longest().toMillis());
    List<Interaction> interactions = new ArrayList<>(stretches.size());
    for (Stretch stretch : stretches) {
      boolean first = interactions.isEmpty();
      interactions.add(new StretchFold(inherited, stretch, gap).toInteraction(first));
    }
    return interactions;
  }

  private static List<Event> ordered(Collection<Event> events) {
    List<Event> ordered = new ArrayList<>(events.size());
    for (Event event : events) {
      if (!event.retracted()) {
        ordered.add(event);
      }
    }
    ordered.sort(EventOrder.INSTANCE);
    return ordered;
  }
}

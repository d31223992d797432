package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.RulesAt;
import org.contactroi.interaction.event.Event;

/** Computes interactions from the sets of their events. */
public final class InteractionFold {

  private InteractionFold() {}

  /**
   * The interactions that one id stands for, by start: normally one, more after silences longer
   * than the gap of the channel, none when no event is left. A pure function of the set of events
   * and the rules.
   *
   * @param events accepted events of the id in any order, one per event id; retracted ones say
   *     nothing
   */
  public static List<Interaction> fold(
      String tenant, String interactionId, Collection<Event> events, RulesAt rulesAt) {
    List<Event> ordered = ordered(events);
    if (ordered.isEmpty()) {
      return List.of();
    }
    Inherited inherited = Inherited.of(tenant, interactionId, ordered);
    List<UnbrokenEvents> stretches = SilenceCut.cut(ordered, inherited.channel(), rulesAt);
    List<Interaction> interactions = new ArrayList<>(stretches.size());
    for (UnbrokenEvents stretch : stretches) {
      boolean first = interactions.isEmpty();
      interactions.add(new UnbrokenEventsFold(inherited, stretch).toInteraction(first, rulesAt));
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

package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.RulesAt;
import org.contactroi.interaction.event.Event;

/** Computes interactions from the sets of their events. */
public final class InteractionFold {

  /**
   * What the events of one id are.
   *
   * @param interactions by start
   * @param orphans events that belong to none, UTC ms
   */
  public record Folded(List<Interaction> interactions, List<Long> orphans) {

    public Folded {
      interactions = List.copyOf(interactions);
      orphans = List.copyOf(orphans);
    }
  }

  private InteractionFold() {}

  /**
   * The interactions that one id stands for, by start: normally one, more after silences longer
   * than the gap of the channel, none when nobody got in touch. A pure function of the set of
   * events and the rules.
   *
   * @param events accepted events of the id in any order, one per event id; retracted ones say
   *     nothing
   * @param isNew nothing was named like the id before
   */
  public static Folded fold(
      String tenant,
      String interactionId,
      Collection<Event> events,
      RulesAt rulesAt,
      boolean isNew) {
    List<Event> ordered = ordered(events);
    List<Interaction> interactions = new ArrayList<>(1);
    List<Long> orphans = new ArrayList<>(0);
    for (int from = 0, to; from < ordered.size(); from = to) {
      to = endOfLife(ordered, from, rulesAt);
      List<Event> life = ordered.subList(from, to);
      Inherited inherited = Inherited.of(tenant, interactionId, life);
      SilenceCut cut = SilenceCut.of(life, inherited.channel(), rulesAt);
      boolean isNamedLikeTheId = isNew && from == 0;
      for (Stretch stretch : cut.stretches()) {
        interactions.add(
            new StretchFold(inherited, stretch).toInteraction(isNamedLikeTheId, rulesAt));
        isNamedLikeTheId = false;
      }
      orphans.addAll(cut.orphans());
    }
    return new Folded(interactions, orphans);
  }

  /** The same of an id that nothing was named like before. */
  public static Folded fold(
      String tenant, String interactionId, Collection<Event> events, RulesAt rulesAt) {
    return fold(tenant, interactionId, events, rulesAt, true);
  }

  /** More than G after all that was before, an event is judged as if the id were new. */
  private static int endOfLife(List<Event> ordered, int from, RulesAt rulesAt) {
    long longest = rulesAt.at(ordered.get(from).occurredAt()).gaps().longest().toMillis();
    int to = from + 1;
    while (to < ordered.size()
        && ordered.get(to).occurredAt() - ordered.get(to - 1).occurredAt() <= longest) {
      to++;
    }
    return to;
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

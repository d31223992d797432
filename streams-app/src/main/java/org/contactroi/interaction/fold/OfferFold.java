package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Offer;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.OfferOutcome;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Computes the offers to agents, one for each leg and agent: from the first record of it until the
 * last close.
 */
final class OfferFold {

  private static final Comparator<Offer> ORDER =
      Comparator.comparingLong(Offer::closed)
          .thenComparing(Offer::segmentId, Utf8Order.INSTANCE)
          .thenComparing(Offer::agent, Utf8Order.INSTANCE);

  private record Identity(String segmentId, String agent) {}

  private record Close(long at, OfferOutcome outcome) {}

  private final Map<Identity, Long> begun = new LinkedHashMap<>(0);
  private final Map<Identity, Close> closed = new LinkedHashMap<>(0);

  void add(Payload payload, long at) {
    if (payload instanceof Payload.AgentOffered offered) {
      begun.putIfAbsent(new Identity(offered.segmentId(), offered.agentId()), at);
    } else if (payload instanceof Payload.AgentOfferClosed close) {
      closed.put(new Identity(close.segmentId(), close.agentId()), new Close(at, close.outcome()));
    }
  }

  /**
   * The closed offers by close.
   *
   * @param queue of the interaction
   */
  List<Offer> offers(List<Leg> legs, List<Visit> visitsByStart, String queue) {
    List<Offer> offers = new ArrayList<>(closed.size());
    closed.forEach(
        (identity, close) -> {
          Long from = begun.get(identity);
          String own = ofLeg(identity.segmentId, legs);
          String visited = ofVisit(from == null ? close.at : from, visitsByStart);
          offers.add(
              new Offer(
                  identity.segmentId,
                  identity.agent,
                  own != null ? own : visited != null ? visited : queue,
                  from,
                  close.at,
                  close.outcome));
        });
    offers.sort(ORDER);
    return offers;
  }

  private static @Nullable String ofLeg(String segmentId, List<Leg> legs) {
    for (Leg leg : legs) {
      if (leg.segmentId().equals(segmentId)) {
        return leg.queue();
      }
    }
    return null;
  }

  /** The queue of the last visit begun by then, if it is known. */
  private static @Nullable String ofVisit(long at, List<Visit> visitsByStart) {
    String last = null;
    for (Visit visit : visitsByStart) {
      if (visit.start() <= at) {
        last = visit.queue();
      }
    }
    return Interaction.UNKNOWN.equals(last) ? null : last;
  }
}

package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.count.Offered;
import org.jspecify.annotations.Nullable;

/** Offers to agents: "identity (segment, agent)". */
final class OracleOffers {

  private OracleOffers() {}

  /** Those that are closed: begun with the first record of them, closed as the last one says. */
  static List<Offered> of(List<InteractionEvent> events) {
    Map<List<String>, Long> begun = new LinkedHashMap<>();
    Map<List<String>, InteractionEvent> closed = new LinkedHashMap<>();
    for (InteractionEvent event : events) {
      if (event.getPayload() instanceof AgentOffered offered) {
        List<String> identity = List.of(offered.getSegmentId(), offered.getAgentId());
        begun.putIfAbsent(identity, OracleEvents.at(event));
      } else if (event.getPayload() instanceof AgentOfferClosed close) {
        closed.put(List.of(close.getSegmentId(), close.getAgentId()), event);
      }
    }
    List<Offered> offers = new ArrayList<>();
    closed.forEach((identity, event) -> offers.add(offer(begun.get(identity), event)));
    return offers;
  }

  private static Offered offer(@Nullable Long begun, InteractionEvent event) {
    AgentOfferClosed close = (AgentOfferClosed) event.getPayload();
    return new Offered(
        close.getSegmentId(),
        close.getAgentId(),
        begun,
        OracleEvents.at(event),
        close.getOutcome());
  }
}

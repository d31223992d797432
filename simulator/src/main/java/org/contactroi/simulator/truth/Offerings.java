package org.contactroi.simulator.truth;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.simulator.count.Offered;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.ledger.AgentOffer;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/** What is seen of offers to agents. */
final class Offerings {

  private Offerings() {}

  /** Returns those that are seen to be closed; the last close says what became of an offer. */
  static List<Offered> of(List<Seen> seen) {
    Map<String, Long> begun = new HashMap<>();
    Map<String, Seen> closed = new LinkedHashMap<>();
    for (Seen each : seen) {
      if (each.is(Moment.OFFERED)) {
        begun.putIfAbsent(each.of(), each.at());
      } else if (each.is(Moment.OFFER_CLOSED)) {
        closed.put(each.of(), each);
      }
    }
    return closed.values().stream().map(close -> offer(begun.get(close.of()), close)).toList();
  }

  private static Offered offer(@Nullable Long begun, Seen closed) {
    AgentOffer offer = (AgentOffer) closed.fact();
    return new Offered(offer.segment(), offer.agent(), begun, closed.at(), offer.outcome());
  }
}

package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import java.util.Arrays;
import java.util.List;
import org.contactroi.interaction.Offer;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.OfferOutcome;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.QueueOutcome;
import org.junit.jupiter.api.Test;

/** One leg offered to one agent is one offer. */
class OfferFoldTest {

  private static Event offered(long second, String leg, String agent) {
    return at(second, new Payload.AgentOffered(leg, agent));
  }

  private static Event closed(long second, String leg, String agent, OfferOutcome outcome) {
    return at(second, new Payload.AgentOfferClosed(leg, agent, outcome));
  }

  private static List<Offer> offers(Event... events) {
    Event[] all = Arrays.copyOf(events, events.length + 1);
    all[events.length] = at(0, startedFor("front", null));
    return fold(all).offers();
  }

  @Test
  void anOfferLastsFromItsFirstBeginToItsLastCloseWhichSaysWhatBecameOfIt() {
    assertThat(
            offers(
                offered(10, "a", "one"),
                offered(15, "a", "one"),
                closed(20, "a", "one", OfferOutcome.TIMEOUT),
                closed(22, "a", "one", OfferOutcome.ACCEPTED)))
        .containsExactly(new Offer("a", "one", "front", utc(10), utc(22), OfferOutcome.ACCEPTED));
  }

  @Test
  void theSameLegOfferedToAnotherAgentIsAnotherOffer() {
    assertThat(
            offers(
                offered(10, "a", "one"),
                closed(20, "a", "one", OfferOutcome.TIMEOUT),
                offered(20, "a", "two"),
                closed(25, "a", "two", OfferOutcome.ACCEPTED)))
        .extracting(Offer::agent)
        .containsExactly("one", "two");
  }

  @Test
  void anOfferThatIsNotClosedIsNoneYet() {
    assertThat(offers(offered(10, "a", "one"))).isEmpty();
  }

  @Test
  void howLongItRangIsKnownWhenItsBeginWasSeenAndNeverNegative() {
    assertThat(
            offers(
                closed(20, "a", "one", OfferOutcome.ACCEPTED),
                closed(30, "b", "one", OfferOutcome.ACCEPTED),
                offered(33, "b", "one"),
                offered(40, "c", "one"),
                closed(44, "c", "one", OfferOutcome.ACCEPTED)))
        .extracting(Offer::ring)
        .containsExactly(null, 0L, 4_000L);
  }

  @Test
  void itsQueueIsThatOfTheLegElseOfTheLastVisitBegunElseOfTheInteraction() {
    Event ring = offered(10, "a", "one");
    Event close = closed(20, "a", "one", OfferOutcome.ACCEPTED);
    Event visit = at(5, entered("v", "billing"));
    Event left = at(20, exited("v", QueueOutcome.ANSWERED));

    assertThat(offers(ring, close)).extracting(Offer::queue).containsExactly("front");
    assertThat(offers(ring, close, visit, left))
        .extracting(Offer::queue)
        .containsExactly("billing");
    assertThat(offers(ring, close, visit, left, at(20, agentIn("vip", "a"))))
        .extracting(Offer::queue)
        .containsExactly("vip");
  }
}

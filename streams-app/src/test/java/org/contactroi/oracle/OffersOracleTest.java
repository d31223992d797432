package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.events.Channel;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.OfferOutcome;
import org.contactroi.events.QueueEntered;
import org.contactroi.oracle.History.Counted;
import org.contactroi.oracle.History.Told;
import org.junit.jupiter.api.Test;

/** Offers to agents, and what agents say of their work. */
class OffersOracleTest {

  private final History history = new History(OraclePolicy.standard());
  private final Told call = history.interaction("call").started(0, Channel.VOICE, "ada");

  private Counted offers(String slice) {
    return history.counted("offers/" + slice + "/day/2026-03-02T00:00:00Z");
  }

  private static void offer(Told told, String leg, OfferOutcome outcome, long from, long until) {
    told.tell(from, new AgentOffered(leg, "ann"))
        .tell(until, new AgentOfferClosed(leg, "ann", outcome));
  }

  @Test
  void offersCountByOutcomeAndRingUntilTheyAreClosed() {
    long at = 0;
    for (OfferOutcome outcome : OfferOutcome.values()) {
      offer(call, "leg " + outcome, outcome, at, at + 10 * SECOND);
      at += MINUTE;
    }

    for (OfferOutcome outcome : OfferOutcome.values()) {
      assertThat(offers("all/all").of(measure(outcome))).as("%s", outcome).isEqualTo(1);
    }
    assertThat(offers("all/all").of("ring_accepted_ms")).isEqualTo(10 * SECOND);
    assertThat(offers("all/all").of("ring_timeout_ms")).isEqualTo(10 * SECOND);
  }

  private static String measure(OfferOutcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> "accepted";
      case REJECTED -> "rejected";
      case TIMEOUT -> "timeout";
      case CANCELED -> "canceled";
      case RESCINDED -> "rescinded";
      case UNKNOWN -> "other";
    };
  }

  @Test
  void offerIsOneOfALegToAnAgentAndCountsWhenItIsClosed() {
    call.tell(0, new AgentOffered("leg", "ann"))
        .tell(SECOND, new AgentOffered("leg", "bob"))
        .tell(2 * SECOND, new AgentOffered("leg", "ann"))
        .tell(5 * SECOND, new AgentOfferClosed("leg", "ann", OfferOutcome.TIMEOUT))
        .tell(9 * SECOND, new AgentOfferClosed("leg", "ann", OfferOutcome.ACCEPTED))
        .tell(DAY, new AgentOfferClosed("other", "ann", OfferOutcome.ACCEPTED));

    assertThat(offers("all/all").of("accepted")).isEqualTo(1);
    assertThat(offers("all/all").of("timeout")).isZero();
    assertThat(offers("all/all").of("ring_accepted_ms")).isEqualTo(9 * SECOND);
    assertThat(history.day("offers", 1).of("accepted")).isEqualTo(1);
    assertThat(history.day("offers", 1).of("ring_accepted_ms")).isZero();
  }

  @Test
  void queueOfAnOfferIsThatOfItsLegElseTheLastVisitElseTheInteraction() {
    offer(call, "first", OfferOutcome.ACCEPTED, 0, SECOND);
    call.tell(0, Legs.started("first").setQueueId("own").build())
        .tell(SECOND, Legs.ended("first").build())
        .tell(2 * SECOND, new QueueEntered("visit", "sales", null));
    offer(call, "second", OfferOutcome.REJECTED, 3 * SECOND, 4 * SECOND);
    call.tell(HOUR, new QueueEntered("later", "billing", null));
    offer(
        history.interaction("bare").started(0, Channel.VOICE, null),
        "leg",
        OfferOutcome.TIMEOUT,
        0,
        SECOND);

    assertThat(offers("queue/own").of("accepted")).isEqualTo(1);
    assertThat(offers("queue/sales").of("rejected")).isEqualTo(1);
    assertThat(offers("queue/unknown").of("timeout")).isEqualTo(1);
  }

  @Test
  void teamOfAnOfferIsThatOfTheAgentAtItsClose() {
    history.state("ann", "north", 0, true, true).state("ann", "south", MINUTE, true, true);
    offer(call, "leg", OfferOutcome.ACCEPTED, MINUTE - SECOND, MINUTE);

    assertThat(offers("team/south").of("accepted")).isEqualTo(1);
  }

  @Test
  void offersOfWhatIsDiscardedCountNowhere() {
    offer(call, "leg", OfferOutcome.ACCEPTED, 0, SECOND);
    call.tell(MINUTE, new InteractionDiscarded(DiscardReason.SPAM));

    assertThat(offers("all/all").isAbsent()).isTrue();
  }

  @Test
  void satisfactionOfAgentsIsInHundredthsOfTheScaleOncePerSurvey() {
    history
        .state("ann", "north", 0, true, true)
        .agent(HOUR, new AgentSurveyAnswered("ann", "mood", 1, 1, 5, true))
        .agent(2 * HOUR, new AgentSurveyAnswered("ann", "mood", 4, 1, 5, true))
        .agent(2 * HOUR, new AgentSurveyAnswered("ann", "tools", 4, 1, 5, false))
        .agent(2 * HOUR, new AgentSurveyAnswered("bob", "mood", 5, 1, 5, true));

    assertThat(history.day("experience", 0).of("agent_answers")).isEqualTo(3);
    // 75.00, 25.00 where low is good, and 100.00.
    assertThat(history.day("experience", 0).of("agent_satisfaction_sum")).isEqualTo(20_000);
    assertThat(
            history.counted("experience/team/north/day/2026-03-02T00:00:00Z").of("agent_answers"))
        .isEqualTo(2);
  }
}

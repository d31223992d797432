package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;
import static org.contactroi.interaction.fold.Story.started;

import java.util.List;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.OfferOutcome;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.event.Role;
import org.junit.jupiter.api.Test;

class LegFoldTest {

  @Test
  void aLegLastsFromItsStartToItsEnd() {
    Leg leg = leg(at(10, agent("a")), at(70, ends("a")));

    assertThat(leg.start()).isEqualTo(utc(10));
    assertThat(leg.end()).isEqualTo(utc(70));
    assertThat(leg.isHandled()).isTrue();
    assertThat(leg.imputed()).isFalse();
  }

  @Test
  void theFirstStartAndTheLastEndBoundALeg() {
    Leg leg = leg(at(0, agent("a")), at(5, agent("a")), at(70, ends("a")), at(80, ends("a")));

    assertThat(leg.start()).isEqualTo(utc(0));
    assertThat(leg.end()).isEqualTo(utc(80));
  }

  @Test
  void aMissingEndIsTheStartOfTheNextPrimaryLeg() {
    Interaction call =
        fold(
            at(0, agent("a")),
            at(20, begins("c", Participant.AGENT, Role.CONSULT)),
            at(25, ends("c")),
            at(30, bot("b")),
            at(40, ends("b")),
            at(50, ended()));

    assertThat(call.legs().get(0).end()).isEqualTo(utc(30));
    assertThat(call.legs().get(0).imputed()).isTrue();
  }

  @Test
  void aLegThatStartsAtTheSameTimeIsNoNextOne() {
    Interaction call = fold(at(0, agent("a")), at(0, agent("b")), at(50, ended()));

    assertThat(call.legs()).extracting(Leg::end).containsOnly(utc(50));
  }

  @Test
  void aMissingEndWithoutNextLegIsTheInteractionsEnd() {
    assertThat(leg(at(0, agent("a")), at(50, ended())).end()).isEqualTo(utc(50));
    assertThat(leg(at(0, started()), at(5, agent("a"))).end()).isEqualTo(utc(5 + DAY));
  }

  @Test
  void aMissingStartIsTheEndLessTheReportedTalkAndHold() {
    Leg leg = leg(at(60, ends("a", reported(40_000, 5_000, 7_000))));

    assertThat(leg.start()).isEqualTo(utc(15));
    assertThat(leg.talk()).isEqualTo(40_000);
    assertThat(leg.imputed()).isTrue();
    assertThat(leg.mismatch()).isFalse();
    assertThat(leg.clockStep()).isFalse();
  }

  @Test
  void aMissingStartWithoutReportIsTheEnd() {
    Leg leg = leg(at(0, started()), at(60, ends("a")));

    assertThat(leg.start()).isEqualTo(utc(60));
    assertThat(leg.talk()).isZero();
  }

  @Test
  void anUnknownParticipantIsABotWhenItReportsAsOne() {
    Leg leg = leg(at(60, ends("x", answered())));

    assertThat(leg.participant()).isEqualTo(Participant.BOT);
  }

  @Test
  void anUnknownParticipantIsAPrimaryAgentOtherwise() {
    assertThat(leg(at(60, ends("x"))).isHandled()).isTrue();
    assertThat(leg(at(60, begins("x", Participant.UNKNOWN, Role.UNKNOWN))).isHandled()).isTrue();
  }

  @Test
  void anUnknownParticipantKeepsTheRoleItIsKnownToHave() {
    Leg leg = leg(at(0, begins("x", Participant.UNKNOWN, Role.CONSULT)));

    assertThat(leg.participant()).isEqualTo(Participant.AGENT);
    assertThat(leg.isHandled()).isFalse();
  }

  @Test
  void theEndSaysWhoItWasWhenTheStartDoesNot() {
    Leg leg = leg(at(60, ends("x", Participant.SUPERVISOR, Role.BARGE)));

    assertThat(leg.participant()).isEqualTo(Participant.SUPERVISOR);
    assertThat(leg.role()).isEqualTo(Role.BARGE);
    assertThat(leg(at(60, ends("x", Participant.AGENT, null))).role()).isEqualTo(Role.PRIMARY);
  }

  @Test
  void aKnownParticipantInAnUnknownRoleHandlesNothing() {
    assertThat(leg(at(0, begins("x", Participant.AGENT, Role.UNKNOWN))).isHandled()).isFalse();
  }

  @Test
  void agentsAndSupervisorsAreHuman() {
    assertThat(leg(at(0, agent("a"))).isHuman()).isTrue();
    assertThat(leg(at(0, begins("s", Participant.SUPERVISOR, Role.MONITOR))).isHuman()).isTrue();
    assertThat(leg(at(0, begins("e", Participant.EXTERNAL, Role.PRIMARY))).isHuman()).isFalse();
  }

  @Test
  void aSupervisorsLegIsNotHandled() {
    assertThat(leg(at(0, begins("s", Participant.SUPERVISOR, Role.PRIMARY))).isHandled()).isFalse();
  }

  @Test
  void offersHoldsAndAfterWorkAloneMakeNoLeg() {
    Interaction call =
        fold(
            at(0, started()),
            at(0, new Payload.AgentOffered("a", "x")),
            at(1, new Payload.AgentOfferClosed("a", "x", OfferOutcome.ACCEPTED)),
            at(2, holds("b")),
            at(3, wrapped("c")));

    assertThat(call.legs()).isEmpty();
  }

  @Test
  void aLegsOwnQueueComesFirst() {
    Interaction call =
        fold(
            at(0, entered("v", "visited")),
            at(5, exited("v", QueueOutcome.ANSWERED)),
            at(5, agentIn("own", "a")));

    assertThat(call.legs().get(0).queue()).isEqualTo("own");
  }

  @Test
  void aLegHasTheQueueOfTheLastVisitExitedAtOrBeforeItsStart() {
    Interaction call =
        fold(
            at(0, entered("v", "first")),
            at(5, exited("v", QueueOutcome.FLOW_OUT)),
            at(5, entered("w", "second")),
            at(9, exited("w", QueueOutcome.ANSWERED)),
            at(9, agent("a")),
            at(20, ends("a")),
            at(20, entered("x", "third")),
            at(30, exited("x", QueueOutcome.ABANDONED)));

    assertThat(call.legs().get(0).queue()).isEqualTo("second");
  }

  @Test
  void aLegBeforeAllVisitsHasTheInteractionsQueue() {
    Interaction call =
        fold(at(0, bot("b")), at(5, ends("b")), at(5, entered("v", "q")), at(9, ended()));

    assertThat(call.legs().get(0).queue()).isEqualTo("q");
  }

  @Test
  void legsAreOrderedByStartThenSegment() {
    Interaction call = fold(at(5, agent("a")), at(0, bot("z")), at(0, bot("b")));

    assertThat(call.legs()).extracting(Leg::segmentId).containsExactly("b", "z", "a");
  }

  @Test
  void whoServesALegAndAsWhatIsTheFirstThingSaid() {
    Interaction call =
        fold(
            at(0, agentOf("senior", "a")),
            at(1, agentOf("junior", "a")),
            at(2, botBy("clerk", "b")),
            at(3, botOf("7", "b")),
            at(9, ended()));

    assertThat(call.legs()).extracting(Leg::agentGrade).containsExactly("senior", null);
    assertThat(call.legs()).extracting(Leg::participantId).containsExactly("agent", "clerk");
    assertThat(call.legs()).extracting(Leg::bot).containsExactly("agent", "7");
  }

  @Test
  void aLegsSettleIsSeenWhenItsEndAndThatOfItsAfterWorkAre() {
    Event begin = at(0, agent("a"));
    Event end = at(60, ends("a"));

    assertThat(leg(begin, end).settleSeen()).isTrue();
    assertThat(leg(begin).settleSeen()).isFalse();
    assertThat(leg(begin, end, at(60, wraps("a"))).settleSeen()).isFalse();
    assertThat(leg(begin, end, at(60, wraps("a")), at(70, wrapped("a"))).settleSeen()).isTrue();
    assertThat(leg(begin, end, at(70, wrapped("a"))).settleSeen()).isTrue();
    assertThat(leg(begin, at(70, wraps("a")), at(80, wrapped("a"))).settleSeen()).isFalse();
  }

  @Test
  void afterWorkWhoseLengthIsReportedNeedsNoEnd() {
    Leg leg =
        leg(at(0, agent("a")), at(60, ends("a", reported(60_000, 0, 9_000))), at(60, wraps("a")));

    assertThat(leg.settleSeen()).isTrue();
    assertThat(leg.settle()).isEqualTo(utc(69));
  }

  @Test
  void aLegWhoseEndNobodyReportedIsOpenAndTakesNoTime() {
    Leg open = leg(at(0, started()), at(10, agent("a")), at(20, message(Author.AGENT)));

    assertThat(open.open()).isTrue();
    assertThat(open.isHandled()).isTrue();
    assertThat(open.handle()).isZero();
    assertThat(open.effort()).isZero();
    assertThat(open.settleSeen()).isFalse();
    assertThat(fold(at(0, started()), at(10, agent("a"))).handledLegs()).isZero();
    assertThat(fold(at(0, started()), at(10, agent("a"))).isHandledByHuman()).isTrue();
  }

  @Test
  void aTimerDoesNotSayWhenALegEndedAndACustomerDoes() {
    assertThat(leg(at(0, agent("a")), at(3_600, timedOut())).open()).isTrue();

    Leg hungUp = leg(at(0, agent("a")), at(300, ended()), at(3_600, timedOut()));
    assertThat(hungUp.open()).isFalse();
    assertThat(hungUp.end()).isEqualTo(utc(300));
    assertThat(hungUp.handle()).isEqualTo(300_000);
  }

  @Test
  void whoEndedItBeforeTheLegBeganDidNotEndTheLeg() {
    assertThat(leg(at(0, started()), at(5, ended()), at(9, reopened()), at(10, agent("a"))).open())
        .isTrue();
  }

  @Test
  void theNextPrimaryLegEndsAnOpenOne() {
    List<Leg> legs = fold(at(0, agent("a")), at(60, agent("b")), at(90, ends("b"))).legs();

    assertThat(legs).extracting(Leg::open).containsExactly(false, false);
    assertThat(legs.get(0).handle()).isEqualTo(60_000);
  }

  @Test
  void aBotLegWithoutEndIsNotOpen() {
    assertThat(leg(at(0, bot("b")), at(9, timedOut())).open()).isFalse();
  }

  @Test
  void theAverageConcurrencyOfALegWinsOverThatAtItsStart() {
    assertThat(leg(at(0, agentWith(1, "a")), at(60, ends("a", sideBySide(3_000)))).effort())
        .isEqualTo(20_000);
    assertThat(leg(at(0, agentWith(2, "a")), at(60, ends("a"))).effort()).isEqualTo(30_000);
  }
}

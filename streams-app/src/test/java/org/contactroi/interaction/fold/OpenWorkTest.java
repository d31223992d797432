package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.OpenLimits;
import org.contactroi.interaction.OpenWork;
import org.contactroi.interaction.OpenWork.Kind;
import org.contactroi.interaction.OpenWorks;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.event.Role;
import org.junit.jupiter.api.Test;

/** What is open of one interaction at an instant. */
class OpenWorkTest {

  private static final Event CALL = at(0, Story.started());
  private static final Event CHAT = at(0, started(Channel.CHAT, Direction.INBOUND));
  private static final Event WAITS = at(10, entered("v", "sales"));

  /** What is open at a second, of events that have come, whenever they happened. */
  private static List<OpenWork> open(long second, Event... events) {
    List<OpenWork> open = new ArrayList<>();
    for (Interaction part : parts(events)) {
      open.addAll(OpenWorks.of(part, OpenLimits.DEFAULT, utc(second)));
    }
    return open;
  }

  private static List<Kind> kinds(long second, Event... events) {
    return open(second, events).stream().map(OpenWork::kind).toList();
  }

  @Test
  void aVisitWaitsFromItsEntryUntilItIsAnswered() {
    assertThat(open(20, CALL, WAITS))
        .containsExactly(new OpenWork(Kind.WAITING, "sales", null, utc(10), utc(10 + 2 * HOUR)));
    assertThat(
            kinds(30, CALL, WAITS, at(30, exited("v", QueueOutcome.ANSWERED)), at(30, agent("a"))))
        .containsExactly(Kind.IN_SERVICE);
  }

  @Test
  void anAbandonedVisitWaitsNoMore() {
    assertThat(kinds(30, CALL, WAITS, at(30, exited("v", QueueOutcome.ABANDONED)))).isEmpty();
  }

  @Test
  void aVisitWhoseExitIsLostIsAnsweredByTheLegThatFollows() {
    assertThat(kinds(40, CALL, WAITS, at(30, agent("a")))).containsExactly(Kind.IN_SERVICE);
  }

  @Test
  void nothingIsOpenOfWhatHasEndedWhateverElseIsLost() {
    assertThat(kinds(60, CALL, WAITS, at(30, agent("a")), at(50, ended()))).isEmpty();
    assertThat(kinds(60, CALL, WAITS, at(30, agent("a")), at(50, timedOut()))).isEmpty();
    assertThat(kinds(60, CALL, WAITS, at(50, ended()))).isEmpty();
    assertThat(kinds(60, CALL, at(5, bot("b")), at(50, ended()))).isEmpty();
  }

  @Test
  void aCallWhoseExitIsLostWaitsForTwoHours() {
    long over = 10 + 2 * HOUR;
    assertThat(kinds(over - 1, CALL, WAITS)).containsExactly(Kind.WAITING);
    assertThat(kinds(over, CALL, WAITS)).isEmpty();
  }

  @Test
  void aCallWhoseEndIsLostIsInServiceForEightHours() {
    long over = 30 + 8 * HOUR;
    assertThat(kinds(over - 1, CALL, at(30, agent("a")))).containsExactly(Kind.IN_SERVICE);
    assertThat(kinds(over, CALL, at(30, agent("a")))).isEmpty();
  }

  @Test
  void anExitThatComesLateTakesTheVisitBack() {
    Event exit = at(15, exited("v", QueueOutcome.ABANDONED));

    assertThat(kinds(HOUR, CALL, WAITS)).containsExactly(Kind.WAITING);
    assertThat(kinds(HOUR, CALL, WAITS, exit)).isEmpty();
  }

  @Test
  void aRetractedExitLetsTheVisitWaitAndARetractedEntryDoesNot() {
    assertThat(kinds(40, CALL, WAITS, retracted(at(30, exited("v", QueueOutcome.ABANDONED)))))
        .containsExactly(Kind.WAITING);
    assertThat(kinds(40, CALL, retracted(WAITS))).isEmpty();
  }

  @Test
  void whoIsTransferredWaitsInTheSecondQueueSinceThen() {
    Event[] cold = {
      CALL,
      WAITS,
      at(20, exited("v", QueueOutcome.ANSWERED)),
      at(20, agent("a")),
      at(90, ends("a")),
      at(90, entered("w", "billing"))
    };

    assertThat(open(100, cold))
        .containsExactly(new OpenWork(Kind.WAITING, "billing", null, utc(90), utc(90 + 2 * HOUR)));
  }

  @Test
  void whoAskedForACallbackWaitsNoMoreAndTheCallbackIsQueuedWork() {
    assertThat(kinds(40, CALL, WAITS, at(30, exited("v", QueueOutcome.CALLBACK)))).isEmpty();
    assertThat(kinds(40, at(0, started(Channel.CALLBACK, Direction.INBOUND)), WAITS))
        .containsExactly(Kind.QUEUED_WORK);
    assertThat(kinds(40, at(0, started(Channel.VOICE, Direction.OUTBOUND)), WAITS))
        .containsExactly(Kind.QUEUED_WORK);
  }

  @Test
  void aSessionOfBotsIsOpenUntilSomebodyElseComes() {
    Event[] menu = {CALL, at(5, begins("m", Participant.IVR, Role.PRIMARY))};

    assertThat(open(9, menu))
        .containsExactly(
            new OpenWork(Kind.BOT_SESSION, "unknown", null, utc(5), utc(5 + 2 * HOUR)));
    assertThat(kinds(9, CALL, at(5, bot("b")), at(8, ends("b")))).isEmpty();
    assertThat(kinds(9, CALL, at(5, bot("b")), at(8, bot("c")))).containsExactly(Kind.BOT_SESSION);
    assertThat(kinds(20, menu[0], menu[1], WAITS)).containsExactly(Kind.WAITING);
    assertThat(kinds(20, menu[0], menu[1], at(15, agent("a")))).containsExactly(Kind.IN_SERVICE);
  }

  @Test
  void aChatIsAConversationUntilItIsSilentForLongerThanTheGap() {
    Event last = at(600, message(Author.CUSTOMER));
    long silent = 25 * HOUR;

    assertThat(kinds(700, CHAT, at(30, agent("a")), last))
        .containsExactly(Kind.IN_SERVICE, Kind.CONVERSATION);
    assertThat(kinds(silent - 1, CHAT, at(30, agent("a")), last))
        .containsExactly(Kind.IN_SERVICE, Kind.CONVERSATION);
    assertThat(kinds(silent, CHAT, at(30, agent("a")), last)).isEmpty();
  }

  @Test
  void eachMessageOfAnHourLeavesTheEndWhereItIs() {
    assertThat(open(700, CHAT, at(600, message(Author.CUSTOMER))))
        .isEqualTo(
            open(900, CHAT, at(600, message(Author.CUSTOMER)), at(800, message(Author.BOT))));
  }

  @Test
  void whatIsWrittenWaitsForAsLongAsItIsNotSilent() {
    assertThat(kinds(20 * HOUR, CHAT, WAITS)).containsExactly(Kind.WAITING, Kind.CONVERSATION);
    assertThat(kinds(25 * HOUR, CHAT, WAITS)).isEmpty();
  }

  @Test
  void aContactThatIsReopenedIsOpenAgain() {
    assertThat(kinds(60, CHAT, at(50, ended()))).isEmpty();
    assertThat(kinds(60, CHAT, at(50, ended()), at(55, reopened())))
        .containsExactly(Kind.CONVERSATION);
  }

  @Test
  void whatIsDiscardedOrATestIsOpenNowhere() {
    assertThat(kinds(40, CHAT, WAITS, at(35, discarded(DiscardReason.SPAM)))).isEmpty();
    assertThat(kinds(40, test(CHAT), WAITS)).isEmpty();
  }

  @Test
  void legsOfSupervisorsAndConsultationsServeNobody() {
    assertThat(kinds(40, CALL, at(30, begins("s", Participant.SUPERVISOR, Role.PRIMARY))))
        .isEmpty();
    assertThat(kinds(40, CALL, at(30, begins("c", Participant.AGENT, Role.CONSULT)))).isEmpty();
  }

  @Test
  void theAgentOfALegIsTold() {
    Payload leg =
        new Payload.SegmentStarted(
            "a", Participant.AGENT, "jo", Role.PRIMARY, "sales", null, null, 1);

    assertThat(open(40, CALL, at(30, leg)))
        .containsExactly(new OpenWork(Kind.IN_SERVICE, "sales", "jo", utc(30), utc(30 + 8 * HOUR)));
  }
}

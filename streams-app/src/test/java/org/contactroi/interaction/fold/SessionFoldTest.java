package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.event.TransferOutcome.CANCELED;
import static org.contactroi.interaction.event.TransferOutcome.COMPLETED;
import static org.contactroi.interaction.fold.Story.*;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.BotReport;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Confirmation;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.event.Role;
import org.contactroi.interaction.event.TransferOutcome;
import org.junit.jupiter.api.Test;

class SessionFoldTest {

  @Test
  void consecutiveBotLegsAreOneSession() {
    List<BotSession> sessions =
        sessions(
            at(0, begins("i", Participant.IVR, Role.PRIMARY)),
            at(5, ends("i")),
            at(5, bot("b")),
            at(60, ends("b", answered())));

    assertThat(sessions)
        .containsExactly(
            new BotSession(utc(0), null, null, true, false, false, false, false, false));
  }

  @Test
  void aVisitBetweenThemMakesTwoSessions() {
    List<BotSession> sessions =
        sessions(
            at(0, bot("b")),
            at(5, ends("b")),
            at(5, entered("v", "q")),
            at(9, exited("v", QueueOutcome.FLOW_OUT)),
            at(9, bot("c")),
            at(20, ends("c")));

    assertThat(sessions).extracting(BotSession::start).containsExactly(utc(0), utc(9));
    assertThat(sessions).extracting(BotSession::handedOff).containsExactly(true, false);
  }

  @Test
  void aHumanLegBetweenThemMakesTwoSessions() {
    assertThat(
            sessions(
                at(0, bot("b")),
                at(5, ends("b")),
                at(5, begins("s", Participant.SUPERVISOR, Role.MONITOR)),
                at(9, ends("s")),
                at(9, bot("c")),
                at(20, ends("c"))))
        .hasSize(2);
  }

  @Test
  void aVisitThatStartsWithTheSecondBotLegLiesBetween() {
    assertThat(sessions(at(0, bot("b")), at(5, entered("v", "q")), at(5, bot("c")))).hasSize(2);
  }

  @Test
  void aVisitThatStartsWithTheFirstBotLegDoesNot() {
    assertThat(sessions(at(0, bot("b")), at(0, entered("v", "q")), at(5, bot("c")))).hasSize(1);
  }

  @Test
  void anExternalLegBetweenThemSplitsNothing() {
    assertThat(
            sessions(
                at(0, bot("b")),
                at(3, begins("e", Participant.EXTERNAL, Role.PRIMARY)),
                at(5, bot("c"))))
        .hasSize(1);
  }

  @Test
  void theLastBotRecordDecides() {
    List<BotSession> sessions =
        sessions(
            at(0, bot("b")),
            at(5, ends("b", says(Confirmation.POSITIVE))),
            at(5, bot("c")),
            at(9, ends("c", unanswered())),
            at(9, bot("d")),
            at(12, ends("d")));

    assertThat(sessions)
        .containsExactly(
            new BotSession(utc(0), null, null, false, false, false, false, false, false));
  }

  @Test
  void theLastVersionStatedIsTheSessions() {
    assertThat(sessions(at(0, botOf("v1", "b")), at(5, botOf("v2", "c")), at(9, bot("d"))))
        .extracting(BotSession::botVersion)
        .containsExactly("v2");
  }

  @Test
  void aSessionKnowsNothingOfTheOneBefore() {
    List<BotSession> sessions =
        sessions(
            at(0, botOf("v1", "b")),
            at(5, ends("b", fulfilled())),
            at(5, entered("v", "q")),
            at(9, exited("v", QueueOutcome.FLOW_OUT)),
            at(9, bot("c")));

    assertThat(sessions.get(1))
        .isEqualTo(new BotSession(utc(9), null, null, false, false, false, false, false, false));
  }

  @Test
  void fulfilledOrPositiveImpliesAnsweredAndConfirmed() {
    for (BotReport report : List.of(fulfilled(), says(Confirmation.POSITIVE))) {
      BotSession session = sessions(at(0, bot("b")), at(5, ends("b", report))).get(0);

      assertThat(session.answered()).isTrue();
      assertThat(session.confirmed()).isTrue();
    }
  }

  @Test
  void aNegativeConfirmationIsARejection() {
    BotSession session =
        sessions(at(0, bot("b")), at(5, ends("b", says(Confirmation.NEGATIVE)))).get(0);

    assertThat(session.rejected()).isTrue();
    assertThat(session.confirmed()).isFalse();
  }

  @Test
  void transferToAgentBreaksContainment() {
    assertHandedOff(
        at(0, bot("b")), at(5, ends("b", answered())), at(5, agent("a")), at(9, ends("a")));
  }

  @Test
  void anAbandonedVisitBreaksContainmentToo() {
    assertHandedOff(
        at(0, bot("b")), at(5, entered("v", "q")), at(9, exited("v", QueueOutcome.ABANDONED)));
  }

  @Test
  void aClockStepHidesNoHandoff() {
    assertHandedOff(at(10, bot("b")), at(30, ends("b")), at(8, agent("a")), at(40, ends("a")));
  }

  @Test
  void anAgentWhoCameBeforeTheBotIsNoHandoff() {
    assertThat(sessions(at(0, agent("a")), at(10, ends("a")), at(10, bot("b")), at(20, ends("b"))))
        .extracting(BotSession::handedOff)
        .containsExactly(false);
  }

  @Test
  void aVoicemailIsNoHandoff() {
    assertThat(
            sessions(
                at(0, bot("b")),
                at(5, ends("b")),
                at(5, begins("m", Participant.VOICEMAIL, Role.PRIMARY)),
                at(20, ends("m"))))
        .extracting(BotSession::handedOff)
        .containsExactly(false);
  }

  private static void assertHandedOff(Event... events) {
    assertThat(sessions(events)).extracting(BotSession::handedOff).containsExactly(true);
  }

  @Test
  void aHandoffThatFailedIsSaidByTheBotOrByATransferOrByAVoicemail() {
    assertThat(failed(at(0, bot("b")), at(9, ends("b", handsOff("asked for a person"))))).isTrue();
    assertThat(failed(at(0, bot("b")), at(5, requested("t")))).isTrue();
    assertThat(failed(at(0, bot("b")), at(5, closed("t", TransferOutcome.FAILED)))).isTrue();
    assertThat(failed(at(0, bot("b")), at(5, requested("t")), at(6, closed("t", CANCELED))))
        .isTrue();
    assertThat(failed(at(0, bot("b")), at(9, begins("m", Participant.VOICEMAIL, Role.PRIMARY))))
        .isTrue();
    assertThat(failed(at(0, bot("b")), at(5, requested("t")), at(6, closed("t", COMPLETED))))
        .isFalse();
    assertThat(failed(at(0, bot("b")), at(9, ends("b", answered())))).isFalse();
  }

  @Test
  void whoGotAPersonAfterAllWasHandedOff() {
    BotSession session =
        sessions(
                at(0, bot("b")),
                at(5, closed("t", TransferOutcome.FAILED)),
                at(9, ends("b", handsOff("asked for a person"))),
                at(20, agent("a")))
            .get(0);

    assertThat(session.handedOff()).isTrue();
    assertThat(session.handoffFailed()).isFalse();
  }

  @Test
  void aFailureBelongsToTheSessionBegunLastBeforeIt() {
    assertThat(
            sessions(
                at(0, bot("b")),
                at(5, ends("b", answered())),
                at(5, entered("v", "q")),
                at(6, exited("v", QueueOutcome.KEY_EXIT)),
                at(9, bot("c")),
                at(12, closed("t", TransferOutcome.FAILED)),
                at(20, ends("c", answered()))))
        .extracting(BotSession::handoffFailed)
        .containsExactly(false, true);
  }

  @Test
  void aBotThatGreetedAndNobodyUsedIsNotEngaged() {
    Interaction widget = chat(at(1, bot("b")), at(60, ends("b", greeted())));

    assertThat(widget.sessions()).extracting(BotSession::notEngaged).containsExactly(true);
    assertThat(widget.unengaged()).isTrue();
    assertThat(widget.isContact()).isFalse();
    assertThat(widget.usedSessions()).isZero();
    assertThat(widget.usage()).isEmpty();
  }

  @Test
  void whoeverWroteOrCalledOrWasTransferredIsEngaged() {
    Event bot = at(1, bot("b"));
    Event end = at(60, ends("b", greeted()));

    assertThat(chat(bot, at(2, message(Author.CUSTOMER)), end).unengaged()).isFalse();
    assertThat(chat(bot, at(2, requested("t")), end).unengaged()).isFalse();
    assertThat(chat(bot, end, at(61, entered("v", "q"))).unengaged()).isFalse();
    assertThat(chat(bot, at(60, ends("b", unanswered()))).unengaged()).isFalse();
    assertThat(fold(at(0, started()), bot, end).unengaged()).isFalse();
  }

  private static Interaction chat(Event... events) {
    List<Event> all = new ArrayList<>(List.of(events));
    all.add(at(0, started(Channel.CHAT, Direction.INBOUND)));
    return fold(all.toArray(Event[]::new));
  }

  private static boolean failed(Event... events) {
    return sessions(events).get(0).handoffFailed();
  }

  private static List<BotSession> sessions(Event... events) {
    return fold(events).sessions();
  }
}

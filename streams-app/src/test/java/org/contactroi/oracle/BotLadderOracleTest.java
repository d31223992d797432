package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Author;
import org.contactroi.events.BotReport;
import org.contactroi.events.Channel;
import org.contactroi.events.Confirmation;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.Participant;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.ResolutionSource;
import org.contactroi.events.SurveyKind;
import org.contactroi.events.SurveyOffered;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.events.TransferRequested;
import org.contactroi.oracle.History.Counted;
import org.contactroi.oracle.History.Told;
import org.junit.jupiter.api.Test;

/** Failed handoffs, and customers who were never there. */
class BotLadderOracleTest {

  private final History history = new History(OraclePolicy.standard());
  private final Told chat = history.interaction("chat");

  private Counted containment() {
    return history.day("containment", 0);
  }

  private Counted firstContact() {
    return history.day("first-contact-resolution", 0);
  }

  private Counted volume() {
    return history.day("volume", 0);
  }

  private Told handoff(long at, TransferKind kind, TransferOutcome outcome) {
    return chat.tell(at, new TransferClosed("t" + at, kind, outcome));
  }

  @Test
  void reasonForAHandoffThatNeverCameIsAFailedOneAndNobodyHandledIt() {
    chat.started(0, Channel.CHAT, "ada").bot("bot", 0, MINUTE, Legs.handingOff()).ended(MINUTE);

    assertThat(containment().of("sessions")).isEqualTo(1);
    assertThat(containment().of("handoff_failed")).isEqualTo(1);
    assertThat(containment().of("resolved_assumed")).isZero();
    assertThat(firstContact().of("eligible")).isEqualTo(1);
    assertThat(firstContact().of("resolved_first_contact")).isZero();
    assertThat(history.day("saving", 0).json("cells"))
        .contains("contacts:1")
        .contains("resolved:0");
  }

  @Test
  void handoffThatCameAfterAllDidNotFail() {
    chat.started(0, Channel.CHAT, "ada")
        .bot("bot", 0, MINUTE, Legs.handingOff())
        .agent("leg", "ann", MINUTE, 2 * MINUTE)
        .ended(2 * MINUTE);

    assertThat(containment().of("handed_off")).isEqualTo(1);
    assertThat(containment().of("handoff_failed")).isZero();
    assertThat(firstContact().of("resolved_first_contact")).isEqualTo(1);
  }

  @Test
  void reasonThatTheLastRecordDoesNotRepeatIsNone() {
    chat.started(0, Channel.CHAT, "ada")
        .bot("one", 0, MINUTE, Legs.handingOff())
        .bot("two", MINUTE, 2 * MINUTE, Legs.answered())
        .ended(2 * MINUTE);

    assertThat(containment().of("resolved_assumed")).isEqualTo(1);
  }

  @Test
  void transferThatFailedOrWasCanceledOrNeverClosedFailsTheSessionBegunLastBeforeIt() {
    for (String what : new String[] {"FAILED", "CANCELED", "NEVER", "COMPLETED", "UNKNOWN"}) {
      Told told = history.interaction(what);
      told.started(0, Channel.CHAT, null).bot("bot", 0, MINUTE, Legs.answered());
      told.tell(0, new TransferRequested("t", TransferKind.BOT_TO_HUMAN));
      if (!what.equals("NEVER")) {
        TransferOutcome outcome = TransferOutcome.valueOf(what);
        told.tell(SECOND, new TransferClosed("t", TransferKind.BOT_TO_HUMAN, outcome));
      }
      told.ended(MINUTE);
    }

    assertThat(containment().of("handoff_failed")).isEqualTo(3);
    assertThat(containment().of("resolved_assumed")).isEqualTo(2);
  }

  @Test
  void transferBeforeTheFirstSessionIsNoneOfIts() {
    chat.started(0, Channel.CHAT, null);
    handoff(1, TransferKind.BOT_TO_HUMAN, TransferOutcome.FAILED);
    chat.bot("bot", 2, MINUTE, Legs.answered()).ended(MINUTE);

    assertThat(containment().of("handoff_failed")).isZero();
  }

  @Test
  void transferIsOfTheKindThatItsLastRecordStates() {
    chat.started(0, Channel.CHAT, null).bot("bot", 0, MINUTE, Legs.answered());
    chat.tell(1, new TransferRequested("t", TransferKind.BOT_TO_HUMAN));
    chat.tell(2, new TransferClosed("t", TransferKind.UNKNOWN, TransferOutcome.FAILED));
    chat.ended(MINUTE);

    assertThat(containment().of("handoff_failed")).isZero();
  }

  @Test
  void lastClosingOfATransferSaysWhatBecameOfIt() {
    chat.started(0, Channel.CHAT, null).bot("bot", 0, MINUTE, Legs.answered());
    chat.tell(1, new TransferClosed("t", TransferKind.BOT_TO_HUMAN, TransferOutcome.FAILED));
    chat.tell(2, new TransferClosed("t", TransferKind.BOT_TO_HUMAN, TransferOutcome.COMPLETED));
    chat.ended(MINUTE);

    assertThat(containment().of("handoff_failed")).isZero();
  }

  @Test
  void voicemailAfterABotIsAFailedHandoff() {
    chat.started(0, Channel.VOICE, null)
        .bot("bot", 0, MINUTE, Legs.answered())
        .tell(MINUTE, Legs.botStarted("mail").setParticipant(Participant.VOICEMAIL).build())
        .tell(2 * MINUTE, Legs.ended("mail").build())
        .ended(2 * MINUTE);

    assertThat(containment().of("handoff_failed")).isEqualTo(1);
  }

  @Test
  void failedHandoffComesBeforeEverythingButAHandoff() {
    BotReport rejected =
        BotReport.newBuilder(Legs.handingOff())
            .setConfirmed(Confirmation.NEGATIVE)
            .setAnswered(false)
            .build();
    chat.started(0, Channel.CHAT, "ada").bot("bot", 0, MINUTE, rejected).ended(MINUTE);
    history.interaction("back").started(HOUR, Channel.CHAT, "ada").ended(HOUR);

    assertThat(containment().of("handoff_failed")).isEqualTo(1);
    assertThat(containment().of("rejected_by_customer")).isEqualTo(1);
    assertThat(containment().of("abandoned_unanswered")).isZero();
    assertThat(containment().of("failed_repeat")).isZero();
  }

  @Test
  void episodeThatBeginsInVainIsNeverResolvedAtFirstContact() {
    chat.started(0, Channel.CHAT, "ada").bot("bot", 0, MINUTE, Legs.handingOff()).ended(MINUTE);
    history
        .interaction("call")
        .started(DAY, Channel.VOICE, "ada")
        .agent("leg", "ann", DAY, DAY + MINUTE)
        .ended(DAY + MINUTE);

    assertThat(firstContact().of("eligible")).isEqualTo(1);
    assertThat(firstContact().of("resolved_first_contact")).isZero();
    assertThat(history.day("saving", 0).json("cells")).contains("resolved:1");
  }

  @Test
  void failedHandoffOfALaterMemberMakesNoEpisodeEligible() {
    history.interaction("first").started(0, Channel.CHAT, "ada").ended(MINUTE);
    history
        .interaction("second")
        .started(HOUR, Channel.CHAT, "ada")
        .bot("bot", HOUR, HOUR + MINUTE, Legs.handingOff())
        .ended(HOUR + MINUTE);

    assertThat(firstContact().of("identified")).isEqualTo(1);
    assertThat(firstContact().of("eligible")).isZero();
  }

  private static InteractionStarted.Builder start(Channel channel) {
    return InteractionStarted.newBuilder().setChannel(channel).setCustomerKey("ada");
  }

  @Test
  void greetingThatNobodyAnsweredIsUnengagedAndNothingElse() {
    chat.tell(0, start(Channel.CHAT).setEligibleForHandoff(false).build())
        .bot("bot", 0, MINUTE, Legs.idle())
        .tell(1, new MessageSent("bot", Author.BOT, true, true))
        .tell(2, new AiUsageRecorded("model", 5L, 0L, 0L))
        .tell(3, new SurveyOffered("survey", SurveyKind.CSAT, null))
        .ended(MINUTE);

    assertThat(history.totals().keySet())
        .allMatch(key -> key.matches("shop/(volume|containment|cost)/.*"));
    assertThat(volume().totals()).hasToString("{\"unengaged\":1}");
    assertThat(containment().totals()).hasToString("{\"not_engaged\":1}");
    assertThat(history.day("cost", 0).totals())
        .hasToString(
            "{\"usage\":[{\"resource\":\"MODEL_INPUT_TOKEN\",\"key\":\"model\","
                + "\"channel\":\"CHAT\",\"quantity\":5}]}");
  }

  @Test
  void unengagedInteractionIsNoMemberOfAnEpisode() {
    chat.started(0, Channel.CHAT, "ada").bot("bot", 0, MINUTE, Legs.answered()).ended(MINUTE);
    history
        .interaction("again")
        .started(HOUR, Channel.CHAT, "ada")
        .bot("bot", HOUR, HOUR + MINUTE, Legs.idle())
        .ended(HOUR + MINUTE);

    assertThat(containment().of("resolved_assumed")).isEqualTo(1);
    assertThat(containment().of("eligible")).isEqualTo(1);
    assertThat(firstContact().of("repeats")).isZero();
    assertThat(firstContact().of("resolved_first_contact")).isEqualTo(1);
  }

  @Test
  void idleCustomerOfAnotherSessionIsCountedApartFromIt() {
    chat.started(0, Channel.CHAT, "ada")
        .bot("bot", 0, MINUTE, Legs.idle())
        .tell(2, new ResolutionAsserted(ResolutionSource.JUDGE, false, null))
        .ended(MINUTE);

    assertThat(volume().of("unengaged")).isZero();
    assertThat(volume().of("bot_only")).isEqualTo(1);
    assertThat(containment().of("not_engaged")).isEqualTo(1);
    assertThat(containment().of("eligible")).isEqualTo(1);
    assertThat(containment().of("involved")).isZero();
    assertThat(containment().of("sessions")).isZero();
    assertThat(history.day("cost", 0).of("sessions")).isZero();
    assertThat(history.day("cost", 0).json("usage")).contains("CONTACT").doesNotContain("BOT");
  }

  @Test
  void whatSaysThatACustomerWasThereEngages() {
    history.interaction("call").started(0, Channel.VOICE, null).bot("bot", 0, 1, Legs.idle());
    history.interaction("out").outbound(0, Channel.CHAT, null).bot("bot", 0, 1, Legs.idle());
    told("message").tell(0, new MessageSent(null, Author.CUSTOMER, false, true));
    told("visit").visit("visit", "sales", 0, 1);
    told("agent").agent("leg", "ann", 0, 1);
    told("transfer").tell(0, new TransferRequested("t", TransferKind.BLIND));
    history
        .interaction("fulfilled")
        .started(0, Channel.CHAT, null)
        .bot("bot", 0, 1, BotReport.newBuilder(Legs.idle()).setFulfilled(true).build());
    history
        .interaction("reason")
        .started(0, Channel.CHAT, null)
        .bot("bot", 0, 1, BotReport.newBuilder(Legs.idle()).setHandoffReason("why").build());

    assertThat(containment().of("not_engaged")).isZero();
    // Those of outbound contacts alone are of no episode that counts.
    assertThat(containment().of("sessions")).isEqualTo(7);
    assertThat(history.sum("cost", "sessions")).isEqualTo(8);
  }

  private Told told(String id) {
    return history.interaction(id).started(0, Channel.CHAT, null).bot("bot", 0, 1, Legs.idle());
  }

  @Test
  void greetingBeforeAVoicemailIsNoFailedHandoffAndNotAllThereWas() {
    told("chat")
        .tell(2, Legs.botStarted("mail").setParticipant(Participant.VOICEMAIL).build())
        .tell(3, Legs.ended("mail").build())
        .ended(4);

    assertThat(containment().of("not_engaged")).isEqualTo(1);
    assertThat(containment().of("handoff_failed")).isZero();
    assertThat(volume().of("unengaged")).isZero();
  }

  @Test
  void sixWidgetsOfWhichTwoWereUsedAreTwoSessions() {
    for (int i = 0; i < 4; i++) {
      told("widget-" + i).ended(10 * MINUTE);
    }
    history
        .interaction("solved")
        .started(0, Channel.CHAT, "ada")
        .bot("bot", 0, MINUTE, Legs.report(true, true, Confirmation.NONE))
        .ended(MINUTE);
    history
        .interaction("handed off")
        .started(0, Channel.CHAT, "bob")
        .bot("bot", 0, MINUTE, Legs.unanswered())
        .agent("leg", "ann", MINUTE, 2 * MINUTE)
        .ended(2 * MINUTE);

    assertThat(containment().of("sessions")).isEqualTo(2);
    assertThat(containment().of("not_engaged")).isEqualTo(4);
    assertThat(containment().of("handed_off")).isEqualTo(1);
    assertThat(containment().of("resolved_confirmed")).isEqualTo(1);
    assertThat(volume().of("inbound")).isEqualTo(2);
    assertThat(volume().of("unengaged")).isEqualTo(4);
    assertThat(history.day("cost", 0).json("usage"))
        .contains("resource:BOT_SESSION,key:v1,channel:CHAT,quantity:2")
        .contains("resource:CONTACT,key:queue:unknown,channel:CHAT,quantity:2");
    assertThat(history.day("saving", 0).json("cells")).contains("episodes:2");
  }
}

package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.Confirmation;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.MessageSent;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReopenedBy;
import org.contactroi.oracle.History.Counted;
import org.contactroi.oracle.History.Told;
import org.junit.jupiter.api.Test;

/** Interactions that somebody takes up again. */
class ReopenedOracleTest {

  private final History history = new History(OraclePolicy.standard());
  private final Told chat = history.interaction("chat");

  private static InteractionReopened by(ReopenedBy by) {
    return new InteractionReopened(by);
  }

  private static MessageSent message(Author author) {
    return new MessageSent(null, author, true, false);
  }

  private Counted firstContact() {
    return history.day("first-contact-resolution", 0);
  }

  private Counted containment() {
    return history.day("containment", 0);
  }

  private String cells() {
    return history.day("saving", 0).json("cells");
  }

  @Test
  void customerWhoReopensWhatTheBotSolvedIsARepeatContact() {
    chat.started(9 * HOUR, Channel.CHAT, "ada")
        .tell(9 * HOUR, message(Author.CUSTOMER))
        .tell(9 * HOUR + 5 * SECOND, message(Author.BOT))
        .bot(
            "bot",
            9 * HOUR + SECOND,
            9 * HOUR + 5 * MINUTE,
            Legs.report(true, true, Confirmation.NONE))
        .ended(9 * HOUR + 5 * MINUTE)
        .tell(20 * HOUR, by(ReopenedBy.UNKNOWN))
        .tell(20 * HOUR, message(Author.CUSTOMER))
        .tell(20 * HOUR + 10 * MINUTE, message(Author.AGENT))
        .agent("leg", "ann", 20 * HOUR + 10 * MINUTE, 20 * HOUR + 20 * MINUTE)
        .ended(20 * HOUR + 20 * MINUTE);

    Counted volume = history.day("volume", 0);

    assertThat(history.day("experience", 0).of("frt_human_ms")).isEqualTo(600_000);
    assertThat(firstContact().of("eligible")).isEqualTo(1);
    assertThat(firstContact().of("resolved_first_contact")).isZero();
    assertThat(firstContact().of("repeats")).isEqualTo(1);
    assertThat(firstContact().of("identified_inbound")).isEqualTo(2);
    assertThat(containment().of("handed_off")).isEqualTo(1);
    assertThat(history.day("handle-time", 0).of("handle_ms")).isEqualTo(600_000);
    assertThat(volume.of("inbound")).isEqualTo(1);
    assertThat(history.day("cost", 0).json("usage"))
        .contains("resource:CONTACT,key:queue:unknown,channel:CHAT,quantity:1");
    assertThat(cells()).contains("contacts:2,handled_contacts:1,").contains("resolved:1");
  }

  @Test
  void reopeningBeforeAnythingWasHandledIsNoRepeat() {
    chat.started(0, Channel.CHAT, "ada")
        .visit("visit", "sales", 0, MINUTE, QueueOutcome.ABANDONED)
        .ended(MINUTE)
        .tell(HOUR, by(ReopenedBy.CUSTOMER))
        .agent("leg", "ann", HOUR, 2 * HOUR)
        .ended(2 * HOUR);

    assertThat(firstContact().of("repeats")).isZero();
    assertThat(firstContact().of("resolved_first_contact")).isEqualTo(1);
    assertThat(cells()).contains("contacts:1,handled_contacts:1,");
  }

  @Test
  void onlyTheCustomersReopeningsAreContacts() {
    chat.started(0, Channel.CHAT, "ada")
        .agent("leg", "ann", 0, MINUTE)
        .tell(HOUR, by(ReopenedBy.AGENT))
        .tell(HOUR, by(ReopenedBy.SYSTEM))
        .agent("again", "ann", HOUR, 2 * HOUR)
        .ended(2 * HOUR);

    assertThat(firstContact().of("repeats")).isZero();
    assertThat(firstContact().of("resolved_first_contact")).isEqualTo(1);
    assertThat(cells()).contains("contacts:1,handled_contacts:1,");
  }

  @Test
  void contactIsHandledIfALegBeginsInIt() {
    chat.started(0, Channel.CHAT, null)
        .agent("one", "ann", 0, MINUTE)
        .agent("two", "bob", MINUTE, 2 * MINUTE)
        .tell(HOUR, by(ReopenedBy.CUSTOMER))
        .tell(2 * HOUR, by(ReopenedBy.CUSTOMER))
        .agent("three", "ann", 2 * HOUR, 3 * HOUR)
        .ended(3 * HOUR);

    assertThat(cells()).contains("contacts:3,handled_contacts:2,");
    assertThat(firstContact().of("repeats")).isZero();
    assertThat(firstContact().of("identified_inbound")).isZero();
  }

  @Test
  void sessionBeforeARepeatFailedAndTheOneAfterItStands() {
    chat.started(0, Channel.CHAT, "ada")
        .bot("one", 0, MINUTE, Legs.answered())
        .tell(HOUR, by(ReopenedBy.CUSTOMER))
        .bot("two", HOUR, 2 * HOUR, Legs.answered())
        .ended(2 * HOUR);

    assertThat(containment().of("sessions")).isEqualTo(2);
    assertThat(containment().of("failed_repeat")).isEqualTo(1);
    assertThat(containment().of("resolved_assumed")).isEqualTo(1);
    assertThat(cells()).contains("resolved:1");
  }

  @Test
  void reopeningByOthersPartsNoSession() {
    chat.started(0, Channel.CHAT, "ada")
        .bot("one", 0, MINUTE, Legs.answered())
        .tell(HOUR, by(ReopenedBy.SYSTEM))
        .bot("two", HOUR, 2 * HOUR, Legs.answered())
        .ended(2 * HOUR);

    assertThat(containment().of("sessions")).isEqualTo(1);
  }

  @Test
  void whatNobodyTookUpAfterTheLastReopeningIsNotResolved() {
    chat.started(0, Channel.CHAT, "ada")
        .agent("leg", "ann", 0, MINUTE)
        .ended(MINUTE)
        .tell(HOUR, by(ReopenedBy.CUSTOMER));

    assertThat(firstContact().of("eligible")).isEqualTo(1);
    assertThat(cells()).contains("contacts:2,handled_contacts:1,").contains("resolved:0");
  }

  @Test
  void botThatHandedOffBeforeTheReopeningHadHandledNothing() {
    chat.started(0, Channel.CHAT, "ada")
        .bot("bot", 0, MINUTE, Legs.answered())
        .visit("visit", "sales", 2 * MINUTE, 3 * MINUTE, QueueOutcome.ABANDONED)
        .tell(HOUR, by(ReopenedBy.CUSTOMER))
        .agent("leg", "ann", HOUR, 2 * HOUR);

    assertThat(firstContact().of("repeats")).isZero();
  }

  @Test
  void botWhoseHandoffFailedHadHandledNothingEither() {
    chat.started(0, Channel.CHAT, "ada")
        .bot("bot", 0, MINUTE, Legs.handingOff())
        .tell(HOUR, by(ReopenedBy.CUSTOMER))
        .agent("leg", "ann", HOUR, 2 * HOUR);

    assertThat(firstContact().of("repeats")).isZero();
    assertThat(containment().of("handed_off")).isEqualTo(1);
  }

  @Test
  void legThatBeginsWithTheReopeningComesAfterIt() {
    chat.started(0, Channel.CHAT, "ada")
        .agent("leg", "ann", HOUR, 2 * HOUR)
        .tell(HOUR, by(ReopenedBy.CUSTOMER))
        .ended(2 * HOUR);

    assertThat(firstContact().of("repeats")).isZero();
    assertThat(cells()).contains("resolved:1");
  }

  @Test
  void reopeningThatBeginsAPartCountsAsThatPartOnly() {
    chat.started(0, Channel.CHAT, "ada")
        .agent("leg", "ann", 0, MINUTE)
        .tell(2 * DAY, by(ReopenedBy.CUSTOMER));

    assertThat(firstContact().of("repeats")).isEqualTo(1);
    assertThat(firstContact().of("identified_inbound")).isEqualTo(2);
    assertThat(cells()).contains("contacts:2,");
  }

  @Test
  void customerWhoReopensAnOutboundInteractionIsNoRepeat() {
    history.interaction("in").started(0, Channel.CHAT, "ada").ended(SECOND);
    chat.outbound(MINUTE, Channel.CHAT, "ada")
        .agent("leg", "ann", MINUTE, 2 * MINUTE)
        .tell(HOUR, by(ReopenedBy.CUSTOMER))
        .ended(2 * HOUR);

    assertThat(firstContact().of("repeats")).isZero();
    assertThat(cells()).contains("contacts:1,handled_contacts:0,");
  }

  @Test
  void humanResponseIsTimedFromTheLatestOfQueueAndReopeningBeforeIt() {
    chat.started(0, Channel.VOICE, null)
        .visit("visit", "sales", MINUTE, 2 * MINUTE, QueueOutcome.CALLBACK)
        .tell(3 * MINUTE, by(ReopenedBy.CUSTOMER))
        .tell(4 * MINUTE, by(ReopenedBy.AGENT))
        .agent("leg", "ann", 5 * MINUTE, 6 * MINUTE)
        .tell(7 * MINUTE, by(ReopenedBy.CUSTOMER))
        .ended(8 * MINUTE);

    assertThat(history.day("experience", 0).of("frt_human_ms")).isEqualTo(2 * MINUTE);
    assertThat(history.day("experience", 0).of("frt_any_ms")).isEqualTo(5 * MINUTE);
  }
}

package org.contactroi.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.simulator.truth.Center.BEGIN;
import static org.contactroi.simulator.truth.Center.DAY;
import static org.contactroi.simulator.truth.Center.MINUTE;
import static org.contactroi.simulator.truth.Center.SECOND;

import org.contactroi.events.Author;
import org.contactroi.events.Confirmation;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.EndedBy;
import org.contactroi.events.OfferOutcome;
import org.contactroi.events.PendingOn;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.TransferOutcome;
import org.contactroi.simulator.ledger.Discard;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.truth.Center.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is easily counted wrong, in figures computed by hand. Calls and chats have a gap of a day.
 */
class SituationsTruthTest {

  private static final String SECOND_DAY = "2026-03-02T23:00:00Z";
  private static final String THIRD_DAY = "2026-03-03T23:00:00Z";
  private static final String FCR = "first-contact-resolution";

  private final Center center = new Center();

  /** A chat that an agent has answered, of a minute, not ended. */
  private Call answeredChat() {
    Call chat = center.chat("anybody", BEGIN);
    center.message(chat, BEGIN, Author.CUSTOMER);
    center.leg(chat, BEGIN, BEGIN + MINUTE);
    center.message(chat, BEGIN + MINUTE, Author.AGENT);
    return chat;
  }

  private Call handledCall(String customer, long at) {
    Call call = center.call(customer, at);
    center.leg(call, at, at + MINUTE);
    center.end(call, at + MINUTE);
    return call;
  }

  @Test
  void aTimerThatIsLongerThanTheGapMovesNoFigure() {
    Call chat = answeredChat();
    center.end(chat, BEGIN + 2 * DAY, EndedBy.TIMEOUT);

    // A day after the last message, and nobody has ended it.
    assertThat(center.number("volume", "inbound", SECOND_DAY)).isOne();
    assertThat(center.number("volume", "inbound", THIRD_DAY)).isZero();
    assertThat(center.number("resolution", "ended", SECOND_DAY)).isZero();
  }

  @Test
  void aTimerWithinTheGapEndsAContactAndResolvesNothing() {
    Call chat = answeredChat();
    center.end(chat, BEGIN + 10 * MINUTE, EndedBy.TIMEOUT);

    assertThat(center.onFirstDay("volume", "inbound")).isOne();
    assertThat(center.onFirstDay("resolution", "ended")).isOne();
    assertThat(center.onFirstDay("resolution", "resolved")).isZero();
  }

  @Test
  void whoWritesFirstAfterTheSilenceBeginsAnOutboundContact() {
    Call chat = answeredChat();
    center.end(chat, BEGIN + 2 * MINUTE);
    center.message(chat, BEGIN + 2 * DAY, Author.AGENT);
    center.end(chat, BEGIN + 2 * DAY + MINUTE, EndedBy.AGENT);

    assertThat(center.onFirstDay("volume", "inbound")).isOne();
    assertThat(center.number("volume", "outbound", THIRD_DAY)).isOne();
    assertThat(center.number("volume", "inbound", THIRD_DAY)).isZero();
    assertThat(center.onFirstDay(FCR, "repeats")).isZero();
  }

  @Test
  void theSlowestReplyBelongsToTheContactThatWaitsForIt() {
    Call chat = center.chat("anybody", BEGIN);
    center.message(chat, BEGIN, Author.CUSTOMER);
    center.message(chat, BEGIN + 2 * DAY, Author.AGENT);
    center.end(chat, BEGIN + 2 * DAY + MINUTE, EndedBy.AGENT);

    assertThat(center.number("volume", "inbound", THIRD_DAY)).isOne();
    assertThat(center.number("volume", "outbound", THIRD_DAY)).isZero();
    assertThat(center.number("resolution", "replies", THIRD_DAY)).isOne();
    assertThat(center.number("resolution", "reply_ms", THIRD_DAY)).isEqualTo(2 * DAY);
    assertThat(center.number("experience", "frt_human_ms", THIRD_DAY)).isEqualTo(2 * DAY);
  }

  @Test
  void aLegOfWhichNobodySaysWhenItEndedIsAFactAndNoQuantity() {
    Call call = handledCall("anybody", BEGIN);
    center.unseen(call, Moment.LEG_ENDED, "leg-1", BEGIN + MINUTE);
    center.unseen(call, Moment.ENDED, "", BEGIN + MINUTE);

    assertThat(center.onFirstDay("handle-time", "open_legs")).isOne();
    assertThat(center.onFirstDay("handle-time", "handled_legs")).isZero();
    assertThat(center.onFirstDay("handle-time", "handle_ms")).isZero();
    assertThat(center.number("volume", "handled_by_human", SECOND_DAY)).isOne();
    assertThat(center.number("volume", "handled_legs", SECOND_DAY)).isZero();
    assertThat(center.onFirstDay("occupancy", "handling_ms")).isZero();
  }

  @Test
  void whatComesAfterTheSilenceTellsNoLengthBeyondTheEndOfTheContact() {
    Call call = center.call("anybody", BEGIN);
    center.leg(call, BEGIN, BEGIN + 3 * DAY);

    // It settles when it is seen to, and has lasted until the silence ended the contact.
    assertThat(center.number("handle-time", "talk_ms", "2026-03-04T23:00:00Z")).isEqualTo(DAY);
    assertThat(center.number("volume", "inbound", SECOND_DAY)).isOne();
    assertThat(center.number("occupancy", "handling_ms", THIRD_DAY)).isEqualTo(DAY);
  }

  @Test
  void aCustomerWhoReopensIsARepeatContactOfTheSameContact() {
    Call call = handledCall("anybody", BEGIN);
    center.reopen(call, BEGIN + 10 * MINUTE, ReopenedBy.CUSTOMER);
    center.leg(call, "leg-2", BEGIN + 12 * MINUTE, BEGIN + 15 * MINUTE);
    center.end(call, BEGIN + 15 * MINUTE, EndedBy.AGENT);

    assertThat(center.onFirstDay("volume", "inbound")).isOne();
    assertThat(center.onFirstDay(FCR, "repeats")).isOne();
    assertThat(center.onFirstDay(FCR, "identified_inbound")).isEqualTo(2);
    assertThat(center.onFirstDay(FCR, "resolved_first_contact")).isZero();
    assertThat(center.onFirstDay("resolution", "reopenings")).isOne();
    assertThat(center.onFirstDay("resolution", "resolution_ms")).isEqualTo(5 * MINUTE);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReopenedBy.class,
      names = {"AGENT", "SYSTEM"})
  void whoElseReopensMakesNoRepeatContact(ReopenedBy by) {
    Call call = handledCall("anybody", BEGIN);
    center.reopen(call, BEGIN + 10 * MINUTE, by);
    center.end(call, BEGIN + 15 * MINUTE, EndedBy.AGENT);

    assertThat(center.onFirstDay(FCR, "repeats")).isZero();
    assertThat(center.onFirstDay(FCR, "resolved_first_contact")).isOne();
    assertThat(center.onFirstDay("resolution", "reopenings")).isZero();
    assertThat(center.onFirstDay("resolution", "resolution_ms")).isEqualTo(15 * MINUTE);
  }

  @Test
  void anAgentWhoReopensAfterTheSilenceBeginsAnOutboundContact() {
    Call call = handledCall("anybody", BEGIN);
    center.reopen(call, BEGIN + 2 * DAY, ReopenedBy.AGENT);
    center.end(call, BEGIN + 2 * DAY + MINUTE, EndedBy.AGENT);

    assertThat(center.onFirstDay("volume", "inbound")).isOne();
    assertThat(center.number("volume", "outbound", THIRD_DAY)).isOne();
  }

  @Test
  void aSystemThatReopensAfterTheSilenceMovesNoFigure() {
    Call call = handledCall("anybody", BEGIN);
    center.reopen(call, BEGIN + 2 * DAY, ReopenedBy.SYSTEM);
    center.message(call, BEGIN + 2 * DAY, Author.SYSTEM);
    center.end(call, BEGIN + 2 * DAY + MINUTE, EndedBy.SYSTEM);

    assertThat(center.onFirstDay("volume", "inbound")).isOne();
    assertThat(center.onFirstDay("resolution", "resolution_ms")).isEqualTo(MINUTE);
    assertThat(center.number("volume", "inbound", THIRD_DAY)).isZero();
    assertThat(center.number("volume", "outbound", THIRD_DAY)).isZero();
    assertThat(center.number("volume", "orphans", THIRD_DAY)).isZero();
  }

  private void assertHandoffFailed() {
    assertThat(center.onFirstDay("containment", "sessions")).isOne();
    assertThat(center.onFirstDay("containment", "handoff_failed")).isOne();
    assertThat(center.onFirstDay("containment", "handed_off")).isZero();
    assertThat(center.onFirstDay("containment", "resolved_assumed")).isZero();
    assertThat(center.onFirstDay(FCR, "eligible")).isOne();
    assertThat(center.onFirstDay(FCR, "resolved_first_contact")).isZero();
  }

  @Test
  void aBotThatSaysWhyItHandsOffAndReachesNobodyHasFailedToHandOff() {
    Call call = center.call("anybody", BEGIN);
    center.session(call, true, Confirmation.NONE, true);
    center.end(call, BEGIN + 2 * MINUTE);

    assertHandoffFailed();
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferOutcome.class,
      names = {"FAILED", "CANCELED"})
  void aTransferThatLeadsToNobodyIsAFailedHandoff(TransferOutcome outcome) {
    Call call = center.call("anybody", BEGIN);
    center.session(call, true, Confirmation.NONE);
    center.transfer(call, outcome);
    center.end(call, BEGIN + 2 * MINUTE);

    assertHandoffFailed();
  }

  @Test
  void aTransferThatIsNeverClosedIsAFailedHandoff() {
    Call call = center.call("anybody", BEGIN);
    center.session(call, true, Confirmation.NONE);
    center.transfer(call, null);
    center.end(call, BEGIN + 2 * MINUTE);

    assertHandoffFailed();
    assertThat(center.onFirstDay("volume", "transfers_failed")).isZero();
  }

  @Test
  void aMessageForSomebodyWhoIsNotThereIsAFailedHandoff() {
    Call call = center.call("anybody", BEGIN);
    center.session(call, true, Confirmation.NONE);
    center.voicemail(call);
    center.end(call, BEGIN + 2 * MINUTE);

    assertHandoffFailed();
  }

  @Test
  void whoeverIsOnlyGreetedIsNoContact() {
    Call chat = center.chat("anybody", BEGIN);
    center.greeting(chat);
    center.end(chat, BEGIN + MINUTE, EndedBy.TIMEOUT);

    assertThat(center.onFirstDay("containment", "not_engaged")).isOne();
    assertThat(center.onFirstDay("containment", "sessions")).isZero();
    assertThat(center.onFirstDay("volume", "unengaged")).isOne();
    assertThat(center.onFirstDay("volume", "inbound")).isZero();
    assertThat(center.onFirstDay(FCR, "episodes")).isZero();
    assertThat(center.truth().totals().keySet()).noneMatch(key -> key.startsWith("demo/saving/"));
  }

  @Test
  void whoeverIsGreetedAndWritesIsAContact() {
    Call chat = center.chat("anybody", BEGIN);
    center.message(chat, BEGIN + SECOND, Author.CUSTOMER);
    center.greeting(chat);
    center.end(chat, BEGIN + MINUTE, EndedBy.TIMEOUT);

    assertThat(center.onFirstDay("containment", "not_engaged")).isZero();
    assertThat(center.onFirstDay("containment", "abandoned_unanswered")).isOne();
    assertThat(center.onFirstDay("volume", "inbound")).isOne();
  }

  @Test
  void aCallThatGoesOnUnderASecondIdIsOneContact() {
    Call first = handledCall("anybody", BEGIN);
    Call second = center.goOn(first, "anybody", BEGIN + MINUTE);
    center.leg(second, BEGIN + 2 * MINUTE, BEGIN + 5 * MINUTE);
    center.end(second, BEGIN + 5 * MINUTE);

    assertThat(center.onFirstDay("volume", "inbound")).isOne();
    assertThat(center.onFirstDay("volume", "continuations")).isOne();
    assertThat(center.onFirstDay("volume", "handled_by_human")).isOne();
    assertThat(center.onFirstDay("volume", "handled_legs")).isEqualTo(2);
    assertThat(center.onFirstDay("handle-time", "handle_ms")).isEqualTo(4 * MINUTE);
    assertThat(center.onFirstDay("experience", "frt_human_count")).isOne();
    assertThat(center.onFirstDay("resolution", "ended")).isOne();
    assertThat(center.onFirstDay(FCR, "episodes")).isOne();
    assertThat(center.onFirstDay(FCR, "repeats")).isZero();
    assertThat(center.onFirstDay(FCR, "resolved_first_contact")).isOne();
  }

  private Call discarded() {
    Call call = handledCall("anybody", BEGIN);
    center.truth().discarded(new Discard(call.id(), BEGIN + 2 * MINUTE, DiscardReason.SPAM));
    return call;
  }

  @Test
  void whatIsThrownOutCountsAmongWhatIsExcludedByItsReason() {
    discarded();

    assertThat(center.onFirstDay("volume", "excluded")).isOne();
    assertThat(center.onFirstDay("volume", "excluded_spam")).isOne();
    assertThat(center.onFirstDay("volume", "inbound")).isZero();
    assertThat(center.onFirstDay("handle-time", "handled_legs")).isZero();
  }

  @Test
  void whatIsThrownOutComesBackWhenThatIsTakenBack() {
    Call call = discarded();
    center.unseen(call, Moment.DISCARDED, "SPAM", BEGIN + 2 * MINUTE);

    assertThat(center.onFirstDay("volume", "excluded")).isZero();
    assertThat(center.onFirstDay("volume", "inbound")).isOne();
    assertThat(center.onFirstDay("handle-time", "handled_legs")).isOne();
  }

  @ParameterizedTest
  @EnumSource(
      value = PendingOn.class,
      names = {"CUSTOMER", "THIRD_PARTY"})
  void whatWaitsForOthersIsNoTimeOfOurs(PendingOn on) {
    Call chat = answeredChat();
    center.pending(chat, on, BEGIN + 10 * MINUTE, BEGIN + 40 * MINUTE);
    center.end(chat, BEGIN + 60 * MINUTE, EndedBy.AGENT);

    assertThat(center.onFirstDay("resolution", "resolution_ms")).isEqualTo(30 * MINUTE);
  }

  @Test
  void whatWaitsForUsIsTimeOfOurs() {
    Call chat = answeredChat();
    center.pending(chat, PendingOn.INTERNAL, BEGIN + 10 * MINUTE, BEGIN + 40 * MINUTE);
    center.end(chat, BEGIN + 60 * MINUTE, EndedBy.AGENT);

    assertThat(center.onFirstDay("resolution", "resolution_ms")).isEqualTo(60 * MINUTE);
  }

  @Test
  void whileAContactWaitsForSomebodyItIsNotSilent() {
    Call chat = answeredChat();
    center.pending(chat, PendingOn.CUSTOMER, BEGIN + 2 * MINUTE, BEGIN + 3 * DAY);
    center.message(chat, BEGIN + 3 * DAY, Author.CUSTOMER);
    center.message(chat, BEGIN + 3 * DAY + MINUTE, Author.AGENT);
    center.end(chat, BEGIN + 3 * DAY + 2 * MINUTE, EndedBy.AGENT);

    String day = "2026-03-04T23:00:00Z";
    assertThat(center.onFirstDay("volume", "inbound")).isZero();
    assertThat(center.number("volume", "inbound", day)).isOne();
    assertThat(center.number("resolution", "resolution_ms", day)).isEqualTo(4 * MINUTE);
    assertThat(center.number("resolution", "replies", day)).isEqualTo(2);
  }

  @Test
  void anOfferThatNobodyTakesIsCountedBesideTheOneThatIsTaken() {
    Call call = center.call("anybody", BEGIN);
    center.offer(call, "anna", BEGIN, OfferOutcome.TIMEOUT);
    center.offer(call, "bert", BEGIN + 11 * SECOND, OfferOutcome.REJECTED);
    center.offer(call, "carl", BEGIN + 22 * SECOND, OfferOutcome.RESCINDED);
    center.offer(call, "dora", BEGIN + 33 * SECOND, OfferOutcome.ACCEPTED);
    center.leg(call, BEGIN + 43 * SECOND, BEGIN + MINUTE);
    center.end(call, BEGIN + MINUTE);

    assertThat(center.onFirstDay("offers", "timeout")).isOne();
    assertThat(center.onFirstDay("offers", "rejected")).isOne();
    assertThat(center.onFirstDay("offers", "rescinded")).isOne();
    assertThat(center.onFirstDay("offers", "accepted")).isOne();
    assertThat(center.onFirstDay("offers", "ring_timeout_ms")).isEqualTo(10 * SECOND);
    assertThat(center.onFirstDay("offers", "ring_accepted_ms")).isEqualTo(10 * SECOND);
  }
}

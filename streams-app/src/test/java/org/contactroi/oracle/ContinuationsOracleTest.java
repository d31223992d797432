package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import org.contactroi.events.Attribution;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.InteractionRelation;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.oracle.History.Told;
import org.junit.jupiter.api.Test;

/** One contact under two ids. */
class ContinuationsOracleTest {

  private final History history = new History(OraclePolicy.standard());

  private long volume(String field) {
    return history.sum("volume", field);
  }

  private long fcr(String field) {
    return history.sum("first-contact-resolution", field);
  }

  private static InteractionStarted.Builder after(String previous) {
    return InteractionStarted.newBuilder()
        .setChannel(Channel.VOICE)
        .setCustomerKey("ada")
        .setPreviousInteractionId(previous);
  }

  private Told call(String id, long at) {
    return history
        .interaction(id)
        .started(at, Channel.VOICE, "ada")
        .agent("leg", "ann", at, at + MINUTE)
        .ended(at + MINUTE);
  }

  private Told second(String id, long at, InteractionStarted.Builder start) {
    return history
        .interaction(id)
        .tell(at, start.build())
        .agent("leg", "bob", at, at + MINUTE)
        .ended(at + MINUTE);
  }

  @Test
  void attendedTransferWithASecondIdIsOneContact() {
    call("first", 0);
    second("second", MINUTE, after("first"));

    assertThat(volume("inbound")).isEqualTo(1);
    assertThat(volume("outbound")).isZero();
    assertThat(volume("continuations")).isEqualTo(1);
    assertThat(volume("handled_by_human")).isEqualTo(1);
    assertThat(volume("handled_legs")).isEqualTo(2);
    assertThat(history.day("cost", 0).of("handled_by_human")).isEqualTo(1);
    assertThat(history.day("cost", 0).of("handled_legs")).isEqualTo(2);
    assertThat(history.day("cost", 0).json("usage"))
        .contains("resource:CONTACT,key:queue:unknown,channel:VOICE,quantity:1}")
        .contains("resource:AGENT,key:queue:unknown,channel:VOICE,quantity:120000}");
    assertThat(fcr("episodes")).isEqualTo(1);
    assertThat(fcr("identified_inbound")).isEqualTo(1);
    assertThat(fcr("repeats")).isZero();
    assertThat(fcr("resolved_first_contact")).isEqualTo(1);
    assertThat(fcr("daily_contacts")).isEqualTo(1);
    assertThat(history.day("saving", 0).json("cells"))
        .contains("episodes:1,contacts:1,handled_contacts:1,effort_ms:120000,resolved:1");
  }

  @Test
  void continuationHasNoResponseResolutionOrConversionButSalesAndVisits() {
    history
        .interaction("chat")
        .started(0, Channel.CHAT, "ada")
        .tell(0, new MessageSent(null, Author.CUSTOMER, true, false))
        .ended(MINUTE);
    history
        .interaction("mail")
        .tell(MINUTE, after("chat").setChannel(Channel.EMAIL).build())
        .tell(MINUTE, new MessageSent(null, Author.CUSTOMER, true, false))
        .visit("visit", "sales", MINUTE, 2 * MINUTE)
        .tell(2 * MINUTE, new MessageSent(null, Author.AGENT, true, false))
        .tell(2 * MINUTE, new SaleRecorded("order", SaleKind.NEW, 1L, "EUR", 0, Attribution.AGENT))
        .ended(3 * MINUTE);

    assertThat(history.sum("experience", "frt_any_count")).isZero();
    assertThat(history.sum("resolution", "ended")).isEqualTo(1);
    assertThat(history.sum("resolution", "replies")).isZero();
    assertThat(history.day("sales", 0).of("inbound")).isEqualTo(1);
    assertThat(history.day("sales", 0).of("converted")).isZero();
    assertThat(history.day("sales", 0).json("sales")).contains("count:1");
    assertThat(history.sum("service-level", "answered")).isEqualTo(1);
    assertThat(volume("messages_agent")).isEqualTo(1);
  }

  @Test
  void followUpIsAnOrdinaryContact() {
    call("first", 0);
    second("second", DAY, after("first").setRelation(InteractionRelation.FOLLOW_UP));

    assertThat(volume("inbound")).isEqualTo(2);
    assertThat(volume("continuations")).isZero();
    assertThat(fcr("repeats")).isEqualTo(1);
  }

  @Test
  void ownIdIsNoEarlierInteraction() {
    second("call", 0, after("call"));

    assertThat(volume("inbound")).isEqualTo(1);
    assertThat(fcr("episodes")).isEqualTo(1);
  }

  @Test
  void continuationJoinsTheCustomerOfTheEarlierOne() {
    call("first", 0);
    second("second", MINUTE, after("first").setCustomerKey(null));
    second("third", MINUTE, after("first").setCustomerKey("bob"));

    assertThat(fcr("episodes")).isEqualTo(1);
    assertThat(history.day("saving", 0).json("cells"))
        .contains("contacts:1,handled_contacts:1,effort_ms:180000");
  }

  @Test
  void earlierOneEndsAtTheLaterOfBothEnds() {
    call("first", 0);
    second("second", 5 * DAY, after("first"));
    call("third", 11 * DAY);

    assertThat(fcr("episodes")).isEqualTo(1);
    assertThat(fcr("repeats")).isEqualTo(1);
  }

  @Test
  void continuationJoinsTheLatestPartBegunAtOrBeforeItsStart() {
    call("first", 0).tell(10 * DAY, new QueueEntered("visit", "sales", null)).ended(10 * DAY);
    second("second", 10 * DAY, after("first"));
    second("too early", -HOUR, after("first"));

    assertThat(fcr("episodes")).isEqualTo(2);
    assertThat(history.day("saving", 10).json("cells")).contains("effort_ms:60000");
    assertThat(history.day("saving", 0).json("cells")).contains("effort_ms:60000");
  }

  @Test
  void continuationOfWhatNobodyKnowsIsOfNoEpisode() {
    second("second", 0, after("unknown"));
    call("discarded", 0).tell(HOUR, new InteractionDiscarded(DiscardReason.SPAM));
    second("third", MINUTE, after("discarded"));

    assertThat(volume("continuations")).isEqualTo(2);
    assertThat(fcr("episodes")).isZero();
    assertThat(history.sum("containment", "eligible")).isZero();
  }

  @Test
  void continuationLongAfterTheEarlierOneIsOfNoEpisode() {
    call("first", 0);
    second("second", 7 * DAY + MINUTE, after("first"));
    second("third", 7 * DAY + 2 * MINUTE, after("first"));

    assertThat(volume("continuations")).isEqualTo(2);
    assertThat(history.day("saving", 0).json("cells")).contains("effort_ms:120000");
  }

  @Test
  void continuationOfAContinuationIsOfNoEpisode() {
    call("first", 0);
    second("second", MINUTE, after("first"));
    second("third", 2 * MINUTE, after("second"));
    second("round", HOUR, after("trip"));
    second("trip", HOUR, after("round"));

    assertThat(volume("continuations")).isEqualTo(4);
    assertThat(fcr("episodes")).isEqualTo(1);
    assertThat(history.day("saving", 0).json("cells")).contains("effort_ms:120000");
  }

  @Test
  void outboundContactThatGoesOnStaysOutboundAndOnlyJoins() {
    call("first", 0);
    second("second", 6 * DAY, after("first").setDirection(Direction.OUTBOUND));
    call("third", 12 * DAY);

    assertThat(volume("outbound")).isEqualTo(1);
    assertThat(volume("continuations")).isZero();
    assertThat(volume("handled_by_human")).isEqualTo(3);
    assertThat(fcr("episodes")).isEqualTo(1);
    assertThat(history.sum("experience", "frt_human_count")).isEqualTo(3);
  }

  @Test
  void sessionOfAContinuationIsNoRepeatOfTheOneBefore() {
    history
        .interaction("chat")
        .started(0, Channel.CHAT, "ada")
        .bot("bot", 0, SECOND, Legs.answered())
        .ended(SECOND);
    history
        .interaction("call")
        .tell(SECOND, after("chat").build())
        .bot("bot", SECOND, 2 * SECOND, Legs.answered())
        .ended(2 * SECOND);

    assertThat(history.day("containment", 0).of("sessions")).isEqualTo(2);
    assertThat(history.day("containment", 0).of("resolved_assumed")).isEqualTo(2);
  }
}

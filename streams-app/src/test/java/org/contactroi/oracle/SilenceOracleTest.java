package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import java.util.List;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.Confirmation;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.events.TransferRequested;
import org.contactroi.oracle.History.Told;
import org.junit.jupiter.api.Test;

/** What begins an interaction after a silence, and what only closes one. */
class SilenceOracleTest {

  private static final Object TIMER = new InteractionEnded(EndedBy.TIMEOUT);

  private final History history = new History(OraclePolicy.standard());
  private final Told chat = history.interaction("chat");

  private static MessageSent message(Author author) {
    return new MessageSent(null, author, true, false);
  }

  private static InteractionReopened reopened(ReopenedBy by) {
    return new InteractionReopened(by);
  }

  private long volume(String field) {
    return history.sum("volume", field);
  }

  private static History solved() {
    History history = new History(OraclePolicy.standard());
    history
        .interaction("chat")
        .started(9 * HOUR, Channel.CHAT, "ada")
        .tell(9 * HOUR, message(Author.CUSTOMER))
        .bot("bot", 9 * HOUR, 9 * HOUR + MINUTE, Legs.report(true, true, Confirmation.NONE));
    return history;
  }

  @Test
  void timerLongerThanTheGapMovesNoFigure() {
    History timed = solved();
    timed.interaction("chat").tell(39 * HOUR, TIMER);

    assertThat(timed.totals()).isEqualTo(solved().totals());
    assertThat(timed.sum("volume", "inbound")).isEqualTo(1);
    assertThat(timed.sum("volume", "bot_only")).isEqualTo(1);
    assertThat(timed.sum("containment", "resolved_confirmed")).isEqualTo(1);
    assertThat(timed.sum("first-contact-resolution", "resolved_first_contact")).isEqualTo(1);
  }

  @Test
  void timerAfterAnEndMovesNoEndEither() {
    chat.started(0, Channel.CHAT, null).ended(HOUR).tell(30 * HOUR, TIMER);
    chat.tell(31 * HOUR, reopened(ReopenedBy.SYSTEM));

    assertThat(history.counted("volume/all/all/minute/2026-03-02T01:00:00Z").of("inbound"))
        .isEqualTo(1);
    assertThat(volume("inbound")).isEqualTo(1);
  }

  @Test
  void customersBeginInboundPartsAfterASilence() {
    List<Object> openers =
        List.of(
            InteractionStarted.newBuilder().setChannel(Channel.CHAT).build(),
            reopened(ReopenedBy.CUSTOMER),
            reopened(ReopenedBy.UNKNOWN),
            new QueueEntered("visit", "sales", null),
            new MessageSent(null, Author.CUSTOMER, false, true));
    for (Object opener : openers) {
      history.interaction("after " + opener).outbound(0, Channel.CHAT, null).tell(DAY + 1, opener);
    }

    assertThat(volume("outbound")).isEqualTo(5);
    assertThat(volume("inbound")).isEqualTo(5);
  }

  @Test
  void startOfAnOutboundContactBeginsAnOutboundPart() {
    chat.started(0, Channel.CHAT, null).outbound(2 * DAY, Channel.CHAT, null);

    assertThat(volume("inbound")).isEqualTo(1);
    assertThat(volume("outbound")).isEqualTo(1);
  }

  @Test
  void followUpsBeginOutboundPartsAfterASilence() {
    List<Object> followUps =
        List.of(
            message(Author.AGENT),
            message(Author.BOT),
            reopened(ReopenedBy.AGENT),
            Legs.started("leg").build(),
            Legs.botStarted("bot").build());
    for (Object followUp : followUps) {
      history
          .interaction("after " + followUp)
          .started(0, Channel.CHAT, null)
          .tell(DAY + 1, followUp);
    }

    assertThat(volume("inbound")).isEqualTo(5);
    assertThat(volume("outbound")).isEqualTo(5);
  }

  @Test
  void nothingElseBeginsOrExtendsAPartAfterASilence() {
    List<Object> others =
        List.of(
            message(Author.SYSTEM),
            new MessageSent(null, Author.AGENT, false, false),
            new MessageSent(null, Author.BOT, true, true),
            reopened(ReopenedBy.SYSTEM),
            new AgentOffered("leg", "ann"),
            new TransferRequested("transfer", TransferKind.BLIND),
            Legs.started("leg").setRole(SegmentRole.CONSULT).build());
    for (Object other : others) {
      history
          .interaction("after " + other)
          .started(0, Channel.CHAT, null)
          .tell(2 * DAY, other)
          .tell(15 * DAY, other);
    }

    assertThat(history.day("volume", 1).of("inbound")).isEqualTo(7);
    assertThat(history.day("volume", 1).of("messages_agent")).isEqualTo(1);
    assertThat(volume("outbound")).isZero();
    // The leg of the second consultation is the first one's.
    assertThat(history.day("volume", 15).of("orphans")).isEqualTo(7);
  }

  @Test
  void slowReplyBelongsToTheContactThatWaitsForIt() {
    chat.started(0, Channel.CHAT, null)
        .tell(SECOND, message(Author.CUSTOMER))
        .tell(3 * DAY, message(Author.AGENT));
    history
        .interaction("queue")
        .started(0, Channel.CHAT, null)
        .tell(0, new QueueEntered("visit", "sales", null))
        .tell(3 * DAY, Legs.started("leg").build());
    history
        .interaction("reopened")
        .started(0, Channel.CHAT, null)
        .tell(0, message(Author.BOT))
        .tell(1, reopened(ReopenedBy.CUSTOMER))
        .tell(3 * DAY, reopened(ReopenedBy.AGENT));

    assertThat(history.day("volume", 4).of("inbound")).isEqualTo(3);
    assertThat(volume("outbound")).isZero();
    assertThat(history.day("experience", 4).of("frt_human_ms")).isEqualTo(3 * DAY - SECOND);
    assertThat(history.day("service-level", 3).of("wait_answered_ms")).isEqualTo(3 * DAY);
  }

  @Test
  void replyToAnAnsweredContactIsAFollowUp() {
    chat.started(0, Channel.CHAT, null)
        .tell(0, message(Author.CUSTOMER))
        .tell(1, message(Author.BOT))
        .tell(3 * DAY, message(Author.AGENT));
    history
        .interaction("served")
        .started(0, Channel.CHAT, null)
        .tell(0, message(Author.CUSTOMER))
        .agent("leg", "ann", 1, 2)
        .tell(3 * DAY, message(Author.AGENT));

    assertThat(volume("inbound")).isEqualTo(2);
    assertThat(volume("outbound")).isEqualTo(2);
  }

  @Test
  void automaticAnswersAndBotsWithoutAWordLeaveTheCustomerWaiting() {
    chat.started(0, Channel.CHAT, null)
        .tell(0, message(Author.CUSTOMER))
        .tell(1, new MessageSent(null, Author.BOT, true, true))
        .tell(2, Legs.botStarted("bot").build())
        .tell(3 * DAY, message(Author.AGENT));

    assertThat(volume("outbound")).isZero();
  }

  @Test
  void afterFourteenDaysNobodyWaitsAnyMore() {
    chat.started(0, Channel.CHAT, "ada")
        .tell(0, message(Author.CUSTOMER))
        .tell(10 * DAY, new AiUsageRecorded("model", 1L, 0L, 0L))
        .tell(14 * DAY + 1, message(Author.AGENT));

    assertThat(volume("inbound")).isEqualTo(1);
    assertThat(volume("outbound")).isEqualTo(1);
  }

  @Test
  void firstPartIsInboundWhateverBeginsIt() {
    chat.tell(0, message(Author.AGENT));

    assertThat(volume("inbound")).isEqualTo(1);
  }

  @Test
  void startThatSaysADirectionWinsOverAFollowUpBeforeIt() {
    chat.started(0, Channel.CHAT, null)
        .tell(2 * DAY, Legs.started("leg").build())
        .started(2 * DAY, Channel.CHAT, null);

    assertThat(volume("inbound")).isEqualTo(2);
  }

  @Test
  void legThatEndsLateSettlesThenAndItsTimeIsCapped() {
    chat.started(0, Channel.CHAT, null)
        .agent("leg", "ann", 0, 30 * HOUR)
        .tell(30 * HOUR, new AfterWorkStarted("leg", null))
        .tell(31 * HOUR, new AfterWorkEnded("leg", null));

    assertThat(volume("inbound")).isEqualTo(1);
    assertThat(history.counted("handle-time/all/all/hour/2026-03-03T07:00:00Z").of("handle_ms"))
        .isEqualTo(DAY);
    assertThat(history.day("handle-time", 1).of("acw_ms")).isZero();
    assertThat(history.sum("occupancy", "handling_ms")).isEqualTo(31 * HOUR);
  }

  @Test
  void lateEndOfALegIsCappedAtTheEndThatWasReported() {
    chat.started(0, Channel.VOICE, null)
        .tell(0, Legs.started("leg").build())
        .ended(MINUTE)
        .tell(30 * HOUR, Legs.ended("leg").build());

    assertThat(history.day("handle-time", 1).of("talk_ms")).isEqualTo(MINUTE);
    assertThat(history.day("cost", 0).json("usage"))
        .contains("resource:TELEPHONY,key:queue:unknown,channel:VOICE,quantity:60000");
  }

  @Test
  void reportedTimesOfALateEndHoldAsTheyAre() {
    chat.started(0, Channel.CHAT, null)
        .tell(0, Legs.started("leg").build())
        .tell(
            30 * HOUR,
            Legs.ended("leg").setReported(Legs.reported().setTalkMs(29 * HOUR).build()).build());

    assertThat(history.day("handle-time", 1).of("talk_ms")).isEqualTo(29 * HOUR);
    assertThat(history.day("handle-time", 1).of("mismatch_legs")).isEqualTo(1);
  }

  @Test
  void waitThatEndsLateIsCapped() {
    chat.started(0, Channel.CHAT, null)
        .tell(0, new QueueEntered("visit", "sales", null))
        .tell(30 * HOUR, new QueueExited("visit", QueueOutcome.ABANDONED, null));

    assertThat(history.day("service-level", 1).of("wait_ms")).isEqualTo(DAY);
  }

  @Test
  void closerBelongsToThePartThatHoldsWhatItCloses() {
    chat.started(0, Channel.CHAT, null)
        .tell(0, Legs.started("leg").build())
        .tell(1, new TransferRequested("transfer", TransferKind.BLIND))
        .tell(2, new QueueEntered("visit", "sales", null))
        .tell(2 * DAY, message(Author.CUSTOMER))
        .tell(2 * DAY + 1, Legs.ended("leg").build())
        .tell(
            2 * DAY + 2,
            new TransferClosed("transfer", TransferKind.BLIND, TransferOutcome.COMPLETED))
        .tell(2 * DAY + 3, new QueueExited("visit", QueueOutcome.ABANDONED, null))
        .tell(2 * DAY + 4, Legs.ended("another").build());

    assertThat(history.day("volume", 1).of("handled_legs")).isEqualTo(1);
    assertThat(history.day("volume", 1).of("transfers_completed")).isEqualTo(1);
    assertThat(history.day("volume", 3).of("inbound")).isEqualTo(1);
    assertThat(history.day("volume", 3).of("handled_legs")).isEqualTo(1);
    assertThat(history.day("volume", 3).of("transfers_completed")).isZero();
    assertThat(history.sum("service-level", "visits")).isEqualTo(1);
  }

  @Test
  void closerMoreThanFourteenDaysAfterWhatItClosesIsAnOrphan() {
    chat.started(0, Channel.CHAT, null)
        .tell(0, Legs.started("leg").build())
        .tell(10 * DAY, message(Author.CUSTOMER))
        .tell(14 * DAY + 1, Legs.ended("leg").build());

    assertThat(history.sum("handle-time", "open_legs")).isEqualTo(1);
    assertThat(history.sum("handle-time", "handled_legs")).isZero();
    assertThat(history.day("volume", 14).of("orphans")).isEqualTo(1);
  }

  @Test
  void legThatGoesOnIsNoFollowUp() {
    chat.started(0, Channel.CHAT, null)
        .tell(0, Legs.started("leg").build())
        .tell(2 * DAY, Legs.started("leg").build());

    assertThat(volume("inbound")).isEqualTo(1);
    assertThat(volume("outbound")).isZero();
  }

  @Test
  void eventAfterFourteenDaysIsJudgedAsIfTheIdWereNew() {
    chat.started(0, Channel.CHAT, "ada").tell(14 * DAY + 1, message(Author.AGENT));

    assertThat(history.counted("volume/channel/UNKNOWN/day/2026-03-19T00:00:00Z").of("inbound"))
        .isEqualTo(1);
    assertThat(history.sum("first-contact-resolution", "identified")).isEqualTo(1);
    assertThat(history.sum("first-contact-resolution", "episodes")).isEqualTo(2);
  }

  @Test
  void setWithoutOpenerFollowUpOrLegIsNoInteraction() {
    History sliced = new History(OraclePolicy.standard().withSlices("all", "channel"));
    sliced
        .interaction("end")
        .ended(0)
        .tell(1, message(Author.SYSTEM))
        .tell(2, new QueueExited("visit", QueueOutcome.ABANDONED, null));

    assertThat(sliced.totals().keySet())
        .containsExactly(
            "shop/volume/all/all/day/2026-03-02T00:00:00Z",
            "shop/volume/all/all/hour/2026-03-02T00:00:00Z",
            "shop/volume/all/all/minute/2026-03-02T00:00:00Z");
    assertThat(sliced.day("volume", 0).of("orphans")).isEqualTo(3);
  }

  @Test
  void endOfALegAloneIsAnInteraction() {
    chat.tell(0, Legs.ended("leg").build());

    assertThat(volume("inbound")).isEqualTo(1);
  }

  @Test
  void whatIsNoInteractionIsNoFirstPart() {
    chat.tell(0, message(Author.SYSTEM)).tell(10 * DAY, message(Author.AGENT));

    assertThat(volume("inbound")).isEqualTo(1);
    assertThat(volume("outbound")).isZero();
    assertThat(history.day("volume", 0).of("orphans")).isEqualTo(1);
  }
}

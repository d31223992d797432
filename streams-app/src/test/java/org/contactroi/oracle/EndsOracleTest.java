package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.MessageSent;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.SegmentRole;
import org.contactroi.oracle.History.Counted;
import org.contactroi.oracle.History.Told;
import org.junit.jupiter.api.Test;

/** Legs and visits whose ends nobody reported. */
class EndsOracleTest {

  private final History history = new History(OraclePolicy.standard());
  private final Told call = history.interaction("call");

  private Counted handleTime() {
    return history.day("handle-time", 0);
  }

  private Counted serviceLevel() {
    return history.day("service-level", 0);
  }

  private static Object ended(EndedBy by) {
    return new InteractionEnded(by);
  }

  @Test
  void lostHangupIsALegAndNoTime() {
    call.started(0, Channel.VOICE, "ada")
        .bot("bot", 0, SECOND, Legs.answered())
        .visit("visit", "sales", SECOND, 10 * SECOND)
        .tell(10 * SECOND, Legs.started("leg").build());

    Counted volume = history.day("volume", 1);
    Counted cost = history.day("cost", 1);

    assertThat(handleTime().totals()).hasToString("{\"open_legs\":1}");
    assertThat(
            history.counted("handle-time/queue/sales/minute/2026-03-02T00:00:00Z").of("open_legs"))
        .isEqualTo(1);
    assertThat(history.day("handle-time", 1).isAbsent()).isTrue();
    assertThat(volume.of("handled_by_human")).isEqualTo(1);
    assertThat(volume.of("handled_legs")).isZero();
    assertThat(cost.of("handled_legs")).isZero();
    assertThat(cost.json("usage")).doesNotContain("AGENT").contains("quantity:1000}");
    assertThat(history.day("containment", 0).of("handed_off")).isEqualTo(1);
    assertThat(history.day("experience", 1).of("frt_human_ms")).isEqualTo(9_000);
    assertThat(history.day("first-contact-resolution", 0).of("resolved_first_contact"))
        .isEqualTo(1);
    assertThat(history.day("saving", 0).json("cells")).contains("handled_contacts:1,effort_ms:0");
    assertThat(history.day("occupancy", 0).isAbsent()).isTrue();
  }

  @Test
  void timersEndNoLegButEverybodyElseDoes() {
    for (EndedBy by : EndedBy.values()) {
      history
          .interaction(by.name())
          .started(0, Channel.VOICE, null)
          .tell(0, Legs.started("leg").build())
          .tell(MINUTE, ended(by));
    }

    assertThat(handleTime().of("open_legs")).isEqualTo(2);
    assertThat(handleTime().of("handled_legs")).isEqualTo(5);
    assertThat(handleTime().of("handle_ms")).isEqualTo(5 * MINUTE);
  }

  @Test
  void whatFollowsAnEndTakesNothingBackOfTheLegsBeforeIt() {
    call.started(0, Channel.VOICE, null)
        .tell(0, Legs.started("leg").build())
        .tell(MINUTE, ended(EndedBy.AGENT))
        .tell(2 * MINUTE, ended(EndedBy.TIMEOUT));
    history
        .interaction("reopened")
        .started(0, Channel.VOICE, null)
        .tell(0, Legs.started("leg").build())
        .tell(MINUTE, ended(EndedBy.AGENT))
        .tell(2 * MINUTE, new InteractionReopened(ReopenedBy.AGENT));

    assertThat(handleTime().of("handled_legs")).isEqualTo(2);
    assertThat(handleTime().of("handle_ms")).isEqualTo(2 * MINUTE);
  }

  @Test
  void laterPrimaryLegOfAnybodyEndsALegAndOneAtTheSameTimeDoesNot() {
    call.started(0, Channel.VOICE, null)
        .tell(0, Legs.started("first").build())
        .tell(MINUTE, Legs.started("consult").setRole(SegmentRole.CONSULT).build())
        .tell(2 * MINUTE, Legs.started("second").build())
        .tell(2 * MINUTE, Legs.started("third").build())
        .tell(3 * MINUTE, Legs.started("listens").setRole(SegmentRole.MONITOR).build());
    history
        .interaction("bot")
        .started(0, Channel.VOICE, null)
        .tell(0, Legs.started("leg").build())
        .tell(MINUTE, Legs.botStarted("bot").build());

    assertThat(handleTime().of("handled_legs")).isEqualTo(2);
    assertThat(handleTime().of("handle_ms")).isEqualTo(3 * MINUTE);
    assertThat(handleTime().of("open_legs")).isEqualTo(2);
    assertThat(handleTime().of("effort_ms")).isEqualTo(4 * MINUTE);
  }

  @Test
  void openLegsOfSupervisorsAreNotCountedAndBotsKeepTheirInferredEnds() {
    call.started(0, Channel.VOICE, null)
        .tell(0, Legs.botStarted("bot").build())
        .tell(MINUTE, Legs.started("boss").setParticipant(Participant.SUPERVISOR).build());

    assertThat(history.sum("handle-time", "open_legs")).isZero();
    assertThat(history.sum("handle-time", "effort_ms")).isZero();
    assertThat(history.day("cost", 1).json("usage"))
        .contains("resource:TELEPHONY,key:queue:unknown,channel:VOICE,quantity:60000");
  }

  @Test
  void openLegLastsToTheEndOfItsPartForWhoComesBeforeIt() {
    call.started(0, Channel.CHAT, null)
        .tell(0, Legs.started("leg").build())
        .bot("bot", HOUR, HOUR + MINUTE, Legs.answered());
    history
        .interaction("open")
        .started(0, Channel.CHAT, null)
        .tell(HOUR, Legs.started("leg").build())
        .bot("bot", 0, HOUR + MINUTE, Legs.answered());
    history
        .interaction("boss")
        .started(0, Channel.CHAT, null)
        .tell(0, Legs.started("boss").setParticipant(Participant.SUPERVISOR).build())
        .bot("bot", HOUR, HOUR + MINUTE, Legs.answered())
        .tell(HOUR, Legs.botStarted("ivr").setRole(SegmentRole.CONSULT).build());

    // Of the first and the third the bot's leg, which is primary, ends that of the human.
    assertThat(history.day("containment", 0).of("handed_off")).isEqualTo(1);
    assertThat(history.day("containment", 0).of("resolved_assumed")).isEqualTo(2);
    assertThat(history.day("volume", 1).of("handled_by_human")).isEqualTo(2);
    assertThat(history.sum("handle-time", "open_legs")).isEqualTo(1);
  }

  @Test
  void visitWithoutExitIsAnsweredByTheLegThatFollowsIt() {
    call.started(0, Channel.VOICE, null)
        .tell(0, new QueueEntered("visit", "sales", null))
        .agent("leg", "ann", 10 * SECOND, MINUTE)
        .ended(MINUTE);

    assertThat(serviceLevel().of("answered")).isEqualTo(1);
    assertThat(serviceLevel().of("answered_in_time")).isEqualTo(1);
    assertThat(serviceLevel().of("wait_answered_ms")).isEqualTo(10_000);
    assertThat(serviceLevel().of("wait_ms")).isEqualTo(10_000);
    assertThat(
            history.counted("handle-time/queue/sales/day/2026-03-02T00:00:00Z").of("handled_legs"))
        .isEqualTo(1);
  }

  @Test
  void visitIsAnsweredByTheFirstHumanPrimaryLegOfItsQueueOrOfNone() {
    call.started(0, Channel.VOICE, null)
        .agent("before", "ann", 0, SECOND)
        .tell(5 * SECOND, new QueueEntered("visit", "sales", null))
        .bot("bot", 6 * SECOND, 7 * SECOND, Legs.unanswered())
        .tell(8 * SECOND, Legs.started("consult").setRole(SegmentRole.CONSULT).build())
        .tell(9 * SECOND, Legs.started("other").setQueueId("billing").build())
        .tell(10 * SECOND, Legs.started("leg").setQueueId("sales").build())
        .ended(MINUTE);

    assertThat(serviceLevel().of("wait_answered_ms")).isEqualTo(5_000);
  }

  @Test
  void visitThatAnotherOneFollowsIsNotAnsweredByTheLegAfterThat() {
    call.started(0, Channel.VOICE, null)
        .tell(0, new QueueEntered("one", "sales", null))
        .tell(10 * SECOND, new QueueEntered("two", "sales", null))
        .agent("leg", "ann", 10 * SECOND, MINUTE)
        .ended(MINUTE);

    assertThat(serviceLevel().of("visits")).isEqualTo(2);
    assertThat(serviceLevel().of("other_outcomes")).isEqualTo(1);
    assertThat(serviceLevel().of("answered")).isEqualTo(1);
    assertThat(serviceLevel().of("wait_answered_ms")).isZero();
    assertThat(serviceLevel().json("wait_histogram")).isEqualTo("[{lower:0,count:1}]");
  }

  @Test
  void threeCallsOfWhichOneHangupIsLost() {
    for (long hour = 10; hour <= 12; hour++) {
      long start = hour * HOUR;
      long answer = start + 15 * SECOND;
      Told told = history.interaction("call-" + hour);
      told.started(start, Channel.VOICE, "customer-" + hour)
          .visit("visit", "support", start + 5 * SECOND, answer)
          .tell(answer, Legs.started("leg").build());
      if (hour < 12) {
        told.tell(answer + 5 * MINUTE, Legs.ended("leg").build()).ended(answer + 5 * MINUTE);
      }
    }

    assertThat(handleTime().of("handled_legs")).isEqualTo(2);
    assertThat(handleTime().of("handle_ms")).isEqualTo(10 * MINUTE);
    assertThat(handleTime().of("effort_ms")).isEqualTo(600_000);
    assertThat(handleTime().of("open_legs")).isEqualTo(1);
    assertThat(history.day("handle-time", 1).isAbsent()).isTrue();
    assertThat(serviceLevel().of("answered_in_time")).isEqualTo(3);
    assertThat(serviceLevel().of("wait_answered_ms")).isEqualTo(30_000);
  }

  @Test
  void messageOfTheCustomerAfterALostHangupEndsNothing() {
    call.started(0, Channel.CHAT, null)
        .tell(0, Legs.started("leg").build())
        .tell(HOUR, new MessageSent(null, Author.CUSTOMER, true, false));

    assertThat(history.sum("handle-time", "open_legs")).isEqualTo(1);
    assertThat(history.counted("volume/all/all/day/" + History.EPOCH.plusMillis(DAY)).of("inbound"))
        .isEqualTo(1);
  }
}

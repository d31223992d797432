package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.Channel;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentRole;
import org.contactroi.oracle.History.Counted;
import org.contactroi.oracle.History.Told;
import org.junit.jupiter.api.Test;

/** Legs and visits. */
class LegsOracleTest {

  private final History history = new History(OraclePolicy.standard());
  private final Told call = history.interaction("call");

  private Counted handleTime() {
    return history.day("handle-time", 0);
  }

  @Test
  void talkIsTheLegWithoutHoldAndTheLegSettlesAfterItsWork() {
    call.started(0, Channel.VOICE, null)
        .tell(0, Legs.started("leg").setLiveConcurrency(4).build())
        .tell(10 * SECOND, new HoldStarted("leg"))
        .tell(40 * SECOND, new HoldEnded("leg"))
        .tell(MINUTE, Legs.ended("leg").build())
        .tell(MINUTE, new AfterWorkStarted("leg", null))
        .tell(MINUTE + 20 * SECOND, new AfterWorkEnded("leg", null))
        .ended(MINUTE);

    Counted counted = history.counted("handle-time/all/all/minute/2026-03-02T00:01:00Z");

    assertThat(counted.of("talk_ms")).isEqualTo(30_000);
    assertThat(counted.of("hold_ms")).isEqualTo(30_000);
    assertThat(counted.of("acw_ms")).isEqualTo(20_000);
    assertThat(counted.of("handle_ms")).isEqualTo(80_000);
    assertThat(counted.of("effort_ms")).isEqualTo(60_000 / 4 + 20_000);
    assertThat(counted.of("mismatch_legs")).isZero();
  }

  @Test
  void unmatchedHoldsLastFromTheStartOrToTheEndOfTheLeg() {
    call.started(0, Channel.VOICE, null)
        .tell(0, Legs.started("open").build())
        .tell(50 * SECOND, new HoldStarted("open"))
        .tell(MINUTE, Legs.ended("open").build())
        .tell(MINUTE, Legs.started("begun").build())
        .tell(MINUTE + 20 * SECOND, new HoldEnded("begun"))
        .tell(2 * MINUTE, Legs.ended("begun").build())
        .ended(2 * MINUTE);

    assertThat(handleTime().of("hold_ms")).isEqualTo(10_000 + 20_000);
    assertThat(handleTime().of("talk_ms")).isEqualTo(50_000 + 40_000);
  }

  @Test
  void reportedPartWinsAndDiffersIfMoreThanASecondApart() {
    call.outbound(0, Channel.VOICE, null)
        .tell(0, Legs.started("near").build())
        .tell(MINUTE, Legs.ended("near").setReported(talk(59_000)).build())
        .tell(MINUTE, Legs.started("far").build())
        .tell(2 * MINUTE, Legs.ended("far").setReported(talk(58_999)).build())
        .ended(2 * MINUTE);

    assertThat(handleTime().of("talk_ms")).isEqualTo(59_000 + 58_999);
    assertThat(handleTime().of("handle_ms")).isEqualTo(59_000 + 58_999 + 2 * 3_000);
    assertThat(handleTime().of("mismatch_legs")).isEqualTo(1);
  }

  private static ReportedTimes talk(long talk) {
    return Legs.reported().setTalkMs(talk).setDialMs(1_000L).setContactingMs(2_000L).build();
  }

  @Test
  void openLegLastsToTheNextPrimaryLegAndTheLastOneToTheEnd() {
    call.started(0, Channel.VOICE, null)
        .tell(0, Legs.started("first").build())
        .tell(10 * SECOND, Legs.started("consult").setRole(SegmentRole.CONSULT).build())
        .tell(MINUTE, Legs.started("second").build())
        .ended(3 * MINUTE);

    assertThat(handleTime().of("handled_legs")).isEqualTo(2);
    assertThat(handleTime().of("talk_ms")).isEqualTo(3 * MINUTE);
    assertThat(handleTime().of("imputed_legs")).isEqualTo(2);
    // The consult leg is a human's and lasts to the second leg, too.
    assertThat(handleTime().of("effort_ms")).isEqualTo(3 * MINUTE + 50 * SECOND);
  }

  @Test
  void legWithoutStartBeganAsLongBeforeItsEndAsReported() {
    call.started(0, Channel.VOICE, null)
        .tell(
            HOUR,
            Legs.ended("leg")
                .setReported(
                    Legs.reported().setTalkMs(50_000L).setHoldMs(10_000L).setAcwMs(5_000L).build())
                .build())
        .ended(HOUR);

    assertThat(handleTime().of("handle_ms")).isEqualTo(65_000);
    assertThat(handleTime().of("imputed_legs")).isEqualTo(1);
    assertThat(handleTime().of("mismatch_legs")).isZero();
    assertThat(history.day("cost", 0).json("usage"))
        .contains("resource:TELEPHONY,key:queue:unknown,channel:VOICE,quantity:60000");
  }

  @Test
  void endBeforeTheStartIsAClockStepAndCountsZero() {
    call.started(0, Channel.VOICE, null)
        .tell(MINUTE, Legs.started("leg").build())
        .tell(30 * SECOND, Legs.ended("leg").build())
        .ended(MINUTE);

    assertThat(handleTime().of("handle_ms")).isZero();
    assertThat(handleTime().of("clock_step_legs")).isEqualTo(1);
  }

  @Test
  void supervisorsCountAsEffortAndBotsAsNothing() {
    call.started(0, Channel.VOICE, null)
        .tell(0, Legs.started("boss").setParticipant(Participant.SUPERVISOR).build())
        .tell(MINUTE, Legs.ended("boss").build())
        .bot("bot", 0, MINUTE, Legs.answered())
        .ended(MINUTE);

    assertThat(handleTime().of("handled_legs")).isZero();
    assertThat(handleTime().of("effort_ms")).isEqualTo(60_000);
  }

  @Test
  void participantNobodyNamedIsABotIfItReportsAsOne() {
    call.started(0, Channel.CHAT, null)
        .tell(10 * SECOND, Legs.ended("bot").setBot(Legs.answered()).build())
        .tell(20 * SECOND, Legs.ended("agent").build())
        .ended(MINUTE);

    assertThat(handleTime().of("handled_legs")).isEqualTo(1);
    assertThat(history.day("containment", 0).of("sessions")).isEqualTo(1);
  }

  @Test
  void legWithoutQueueHasThatOfTheLastVisitBeforeIt() {
    call.started(0, Channel.VOICE, null)
        .visit("one", "sales", 0, 10 * SECOND, QueueOutcome.TRANSFERRED)
        .visit("two", "billing", 10 * SECOND, 20 * SECOND)
        .agent("leg", "ann", 20 * SECOND, MINUTE)
        .visit("three", "later", 2 * MINUTE, 3 * MINUTE)
        .ended(3 * MINUTE);

    assertThat(
            history.counted("handle-time/queue/billing/day/2026-03-02T00:00:00Z").of("handle_ms"))
        .isEqualTo(40_000);
    assertThat(history.counted("volume/queue/sales/day/2026-03-02T00:00:00Z").of("handled_legs"))
        .isEqualTo(1);
  }

  @Test
  void visitWithoutExitEndsWithTheInteractionInAnotherWayAndHasNoWait() {
    call.started(0, Channel.VOICE, null)
        .tell(0, new QueueEntered("open", "sales", null))
        .tell(0, new QueueExited("left", QueueOutcome.ABANDONED, 5_001L))
        .ended(MINUTE);

    Counted counted = history.day("service-level", 0);

    assertThat(counted.of("other_outcomes")).isEqualTo(1);
    assertThat(counted.of("long_abandons")).isEqualTo(1);
    assertThat(counted.of("wait_ms")).isEqualTo(5_001);
    assertThat(counted.json("wait_histogram")).isEqualTo("[{lower:4992,count:1}]");
    assertThat(history.counted("service-level/queue/unknown/day/2026-03-02T00:00:00Z").of("visits"))
        .isEqualTo(1);
  }
}

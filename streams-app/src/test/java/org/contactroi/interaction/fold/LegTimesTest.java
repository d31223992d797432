package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contactroi.interaction.fold.Story.*;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.HalfEven;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.event.ReportedTimes;
import org.junit.jupiter.api.Test;

class LegTimesTest {

  @Test
  void talkIsTheLegLessItsHold() {
    Leg leg = leg(at(0, agent("a")), at(10, holds("a")), at(25, resumes("a")), at(60, ends("a")));

    assertThat(leg.hold()).isEqualTo(15_000);
    assertThat(leg.talk()).isEqualTo(45_000);
  }

  @Test
  void severalHoldsAddUp() {
    Leg leg =
        leg(
            at(0, agent("a")),
            at(10, holds("a")),
            at(15, resumes("a")),
            at(20, holds("a")),
            at(30, resumes("a")),
            at(60, ends("a")));

    assertThat(leg.hold()).isEqualTo(15_000);
  }

  @Test
  void anUnmatchedHoldEndsWithTheLeg() {
    assertThat(leg(at(0, agent("a")), at(40, holds("a")), at(60, ends("a"))).hold())
        .isEqualTo(20_000);
  }

  @Test
  void anUnmatchedHoldEndStartsWithTheLeg() {
    assertThat(leg(at(0, agent("a")), at(40, resumes("a")), at(60, ends("a"))).hold())
        .isEqualTo(40_000);
  }

  @Test
  void aHoldEndBeforeItsStartIsAClockStepAndNoLongHold() {
    Leg leg = leg(at(0, agent("a")), at(19, resumes("a")), at(20, holds("a")), at(60, ends("a")));

    assertThat(leg.hold()).isZero();
    assertThat(leg.talk()).isEqualTo(60_000);
    assertThat(leg.clockStep()).isTrue();
  }

  @Test
  void afterWorkFollowsTheSegmentAndSettlesTheLeg() {
    Leg leg = leg(at(0, agent("a")), at(60, ends("a")), at(62, wraps("a")), at(90, wrapped("a")));

    assertThat(leg.afterWork()).isEqualTo(28_000);
    assertThat(leg.talk()).isEqualTo(60_000);
    assertThat(leg.settle()).isEqualTo(utc(90));
  }

  @Test
  void afterWorkWithoutStartBeginsWithTheSegmentsEnd() {
    Leg leg = leg(at(0, agent("a")), at(60, ends("a")), at(90, wrapped("a")));

    assertThat(leg.afterWork()).isEqualTo(30_000);
    assertThat(leg.clockStep()).isFalse();
  }

  @Test
  void afterWorkWithoutEndHasNoLengthAndIsNoClockStep() {
    Leg leg = leg(at(0, agent("a")), at(60, ends("a")), at(62, wraps("a")));

    assertThat(leg.afterWork()).isZero();
    assertThat(leg.settle()).isEqualTo(utc(60));
    assertThat(leg.clockStep()).isFalse();
  }

  @Test
  void afterWorkBegunWithinTheLegLastsToItsEnd() {
    assertThat(leg(at(0, agent("a")), at(50, wraps("a")), at(60, ends("a"))).afterWork())
        .isEqualTo(10_000);
  }

  @Test
  void withoutAfterWorkEndALegSettlesAfterTheReportedAfterWork() {
    Leg leg = leg(at(0, agent("a")), at(60, ends("a", reported(60_000, 0, 15_000))));

    assertThat(leg.settle()).isEqualTo(utc(75));
  }

  @Test
  void aReportedPartWinsOverTheDerivedOnePartByPart() {
    Leg leg =
        leg(
            at(0, agent("a")),
            at(10, holds("a")),
            at(20, resumes("a")),
            at(60, ends("a", talk(49_500))),
            at(75, wrapped("a")));

    assertThat(leg.talk()).isEqualTo(49_500);
    assertThat(leg.hold()).isEqualTo(10_000);
    assertThat(leg.afterWork()).isEqualTo(15_000);
    assertThat(leg.handle()).isEqualTo(74_500);
  }

  @Test
  void talkIsDerivedFromTheEffectiveHold() {
    ReportedTimes hold = new ReportedTimes(null, 20_000L, null, null, null, null, null);

    assertThat(leg(at(0, agent("a")), at(60, ends("a", hold))).talk()).isEqualTo(40_000);
  }

  @Test
  void partsMoreThanASecondApartAreAMismatch() {
    assertThat(leg(at(0, agent("a")), at(60, ends("a", talk(58_999)))).mismatch()).isTrue();
    assertThat(leg(at(0, agent("a")), at(60, ends("a", talk(61_001)))).mismatch()).isTrue();
    assertThat(leg(at(0, agent("a")), at(60, ends("a", talk(59_000)))).mismatch()).isFalse();
  }

  @Test
  void aReportedPartWithoutEventsToDeriveItIsNoMismatch() {
    Leg leg = leg(at(0, agent("a")), at(60, ends("a", reported(30_000, 30_000, 99_000))));

    assertThat(leg.mismatch()).isFalse();
  }

  @Test
  void reportedAndDerivedHoldOrAfterWorkApartAreAMismatch() {
    ReportedTimes times = reported(60_000, 0, 0);

    assertThat(
            leg(at(0, agent("a")), at(1, holds("a")), at(9, resumes("a")), at(60, ends("a", times)))
                .mismatch())
        .isTrue();
    assertThat(leg(at(0, agent("a")), at(60, ends("a", times)), at(90, wrapped("a"))).mismatch())
        .isTrue();
  }

  @Test
  void negativeDerivedDurationsAreZeroAndAClockStep() {
    Leg leg = leg(at(0, started()), at(60, agent("a")), at(58, ends("a")));

    assertThat(leg.talk()).isZero();
    assertThat(leg.handle()).isZero();
    assertThat(leg.clockStep()).isTrue();
  }

  @Test
  void aReportedTalkHidesNoClockStep() {
    Leg leg = leg(at(60, agent("a")), at(58, ends("a", talk(500))));

    assertThat(leg.talk()).isEqualTo(500);
    assertThat(leg.clockStep()).isTrue();
  }

  @Test
  void dialingAndContactingCountOnlyWhenOutbound() {
    ReportedTimes times = new ReportedTimes(60_000L, 0L, 10_000L, 4_000L, 7_000L, 3_000L, null);
    Event agent = at(0, agent("a"));
    Event end = at(60, ends("a", times));

    assertThat(leg(at(0, started(Channel.VOICE, Direction.OUTBOUND)), agent, end).handle())
        .isEqualTo(80_000);
    assertThat(leg(at(0, started()), agent, end).handle()).isEqualTo(70_000);
  }

  @Test
  void effortSharesTheHandleTimeButNotTheAfterWork() {
    Leg leg = leg(at(0, agentWith(3, "a")), at(60, ends("a")), at(70, wrapped("a")));

    assertThat(leg.handle()).isEqualTo(70_000);
    assertThat(leg.effort()).isEqualTo(30_000);
  }

  @Test
  void effortIsRoundedHalfEven() {
    assertThat(effort(2, 1)).isEqualTo(0);
    assertThat(effort(2, 3)).isEqualTo(2);
    assertThat(effort(3, 5)).isEqualTo(2);
    assertThat(effort(3, 4)).isEqualTo(1);
    assertThat(HalfEven.divide(Long.MAX_VALUE, 2)).isEqualTo(Long.MAX_VALUE / 2 + 1);
  }

  @Test
  void sumsThatNoLongHoldsAreAnError() {
    Event end = at(60, ends("a", reported(Long.MAX_VALUE, 0, 1)));

    assertThatThrownBy(() -> leg(at(0, agent("a")), end)).isInstanceOf(ArithmeticException.class);
  }

  private static long effort(int concurrency, long talk) {
    return leg(at(0, agentWith(concurrency, "a")), at(0, ends("a", talk(talk)))).effort();
  }

  @Test
  void noDerivedDurationIsLongerThan366Days() {
    List<Event> events = new ArrayList<>();
    events.add(at(0, agent("a")));
    events.add(at(0, entered("v", "q")));
    for (int day = 1; day <= 400; day++) {
      events.add(at(day * DAY, message(Author.SYSTEM)));
    }
    events.add(at(400 * DAY, ends("a")));
    events.add(at(400 * DAY, exited("v", QueueOutcome.ANSWERED)));

    Interaction call = fold(events.toArray(Event[]::new));

    assertThat(call.legs().get(0).talk()).isEqualTo(366 * DAY * 1_000);
    assertThat(call.visits().get(0).waited()).isEqualTo(366 * DAY * 1_000);
  }
}

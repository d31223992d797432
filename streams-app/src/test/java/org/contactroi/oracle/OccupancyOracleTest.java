package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;

import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.Channel;
import org.contactroi.events.ReportedTimes;
import org.contactroi.oracle.History.Counted;
import org.junit.jupiter.api.Test;

/** What agents do with their time. */
class OccupancyOracleTest {

  private final History history = new History(OraclePolicy.standard());

  private void chat(String id, long from, long until, int concurrency) {
    history
        .interaction(id)
        .started(from, Channel.CHAT, null)
        .tell(from, Legs.started("leg").setLiveConcurrency(concurrency).build())
        .tell(until, Legs.ended("leg").build())
        .ended(until);
  }

  private Counted hour(String slice, int hour) {
    return history.counted("occupancy/" + slice + "/hour/" + History.EPOCH.plusMillis(hour * HOUR));
  }

  @Test
  void timeIsCutAtTheHourAndParallelChatsCountOnce() {
    history
        .state("ann", "red", 0, true, true)
        .state("ann", null, 2 * HOUR, false, true)
        .state("ann", "blue", 3 * HOUR, true, false);
    chat("one", 50 * MINUTE, 70 * MINUTE, 2);
    chat("two", 50 * MINUTE, 60 * MINUTE, 2);

    assertThat(hour("all/all", 0).of("handling_ms")).isEqualTo(10 * MINUTE);
    assertThat(hour("all/all", 0).of("idle_ms")).isEqualTo(50 * MINUTE);
    assertThat(hour("all/all", 0).of("effort_ms")).isEqualTo(10 * MINUTE);
    assertThat(hour("all/all", 1).of("handling_ms")).isEqualTo(10 * MINUTE);
    assertThat(hour("all/all", 1).of("effort_ms")).isEqualTo(5 * MINUTE);
    assertThat(hour("team/red", 2).of("paid_ms")).isEqualTo(HOUR);
    assertThat(hour("team/red", 2).of("idle_ms")).isZero();
    assertThat(hour("all/all", 3).isAbsent()).isTrue();
    assertThat(history.day("occupancy", 0).of("paid_ms")).isEqualTo(3 * HOUR);
  }

  @Test
  void contactsSideBySideEachCountInTheSumHoweverTheyAreStated() {
    history.state("ann", "red", 9 * HOUR, true, true).state("ann", "red", 12 * HOUR, false, false);
    for (int stated = 1; stated <= 3; stated++) {
      chat("chat-" + stated, 10 * HOUR, 11 * HOUR, stated);
    }

    assertThat(hour("team/red", 10).of("handling_ms")).isEqualTo(HOUR);
    assertThat(hour("team/red", 10).of("handling_sum_ms")).isEqualTo(3 * HOUR);
    assertThat(hour("team/red", 10).of("effort_ms")).isEqualTo(110 * MINUTE);
    assertThat(history.day("handle-time", 0).of("handle_ms")).isEqualTo(3 * HOUR);
  }

  @Test
  void statedAverageConcurrencySharesTheEffortAndMovesNoSum() {
    for (int stated = 1; stated <= 3; stated++) {
      history
          .interaction("chat-" + stated)
          .started(0, Channel.CHAT, null)
          .tell(0, Legs.started("leg").setLiveConcurrency(stated).build())
          .tell(HOUR, Legs.ended("leg").setReported(average(3_000)).build())
          .ended(HOUR);
    }

    assertThat(hour("all/all", 0).of("effort_ms")).isEqualTo(HOUR);
    assertThat(hour("all/all", 0).of("handling_sum_ms")).isEqualTo(3 * HOUR);
  }

  private static ReportedTimes average(int thousandths) {
    return Legs.reported().setAverageConcurrencyMilli(thousandths).build();
  }

  @Test
  void afterContactWorkIsSharedWithNobodyAndHalvesGoToTheEvenOne() {
    history
        .interaction("chat")
        .started(0, Channel.CHAT, null)
        .tell(0, Legs.started("leg").build())
        .tell(
            MINUTE,
            Legs.ended("leg")
                .setReported(
                    ReportedTimes.newBuilder(average(2_000)).setTalkMs(5L).setAcwMs(10L).build())
                .build())
        .ended(MINUTE);

    // 2.5 is 2.
    assertThat(history.day("handle-time", 0).of("effort_ms")).isEqualTo(12);
  }

  @Test
  void lastEndThatReportsTimesSaysTheAverageOrLeavesItToTheStart() {
    history
        .interaction("chat")
        .started(0, Channel.CHAT, null)
        .tell(0, Legs.started("leg").setLiveConcurrency(2).build())
        .tell(MINUTE, Legs.ended("leg").setReported(average(4_000)).build())
        .tell(2 * MINUTE, Legs.ended("leg").setReported(Legs.reported().build()).build())
        .ended(2 * MINUTE);

    assertThat(history.day("handle-time", 0).of("effort_ms")).isEqualTo(MINUTE);
  }

  @Test
  void occupancyHasNoMinutesAndNoOtherSlices() {
    history.state("ann", "red", 0, true, true).state("ann", "red", MINUTE, true, true);

    assertThat(history.totals().keySet())
        .containsExactly(
            "shop/occupancy/all/all/day/2026-03-02T00:00:00Z",
            "shop/occupancy/all/all/hour/2026-03-02T00:00:00Z",
            "shop/occupancy/team/red/day/2026-03-02T00:00:00Z",
            "shop/occupancy/team/red/hour/2026-03-02T00:00:00Z");
  }

  @Test
  void partsOfAnEffortAddUpToIt() {
    // 3 ms over 2 hours: 1.5 is 2 in the first, and the second has the rest.
    history
        .interaction("chat")
        .started(0, Channel.CHAT, null)
        .tell(0, Legs.started("leg").build())
        .tell(
            2 * HOUR, Legs.ended("leg").setReported(Legs.reported().setTalkMs(3L).build()).build())
        .ended(2 * HOUR);

    assertThat(hour("team/unknown", 0).of("effort_ms")).isEqualTo(2);
    assertThat(hour("team/unknown", 1).of("effort_ms")).isEqualTo(1);
  }

  @Test
  void legWhoseSettlingWasNotSeenCountsNothing() {
    history.interaction("open").started(0, Channel.CHAT, null).tell(0, Legs.started("leg").build());
    history
        .interaction("working")
        .started(0, Channel.CHAT, null)
        .agent("leg", "ann", 0, MINUTE)
        .tell(MINUTE, new AfterWorkStarted("leg", null))
        .ended(MINUTE);
    history
        .interaction("working again")
        .started(0, Channel.CHAT, null)
        .agent("leg", "ann", 0, MINUTE)
        .tell(MINUTE, new AfterWorkStarted("leg", null))
        .tell(2 * MINUTE, new AfterWorkEnded("leg", null))
        .tell(3 * MINUTE, new AfterWorkStarted("leg", null))
        .ended(MINUTE);

    assertThat(history.day("occupancy", 0).isAbsent()).isTrue();
  }

  @Test
  void legWithoutLengthPutsItsEffortIntoTheHourOfItsStart() {
    history
        .interaction("chat")
        .started(0, Channel.CHAT, null)
        .tell(HOUR, Legs.started("leg").build())
        .tell(HOUR, Legs.ended("leg").setReported(Legs.reported().setTalkMs(9L).build()).build())
        .ended(HOUR);

    assertThat(hour("all/all", 1).of("effort_ms")).isEqualTo(9);
    assertThat(hour("all/all", 1).of("handling_ms")).isZero();
  }

  @Test
  void firstStateTellsTheTeamOfThirtyOneDaysBeforeIt() {
    history.state("ann", "red", 32 * DAY, true, true);
    chat("unknown", 0, MINUTE, 1);
    chat("red", DAY, DAY + MINUTE, 1);

    assertThat(hour("team/unknown", 0).of("handling_ms")).isEqualTo(MINUTE);
    assertThat(hour("team/red", 24).of("handling_ms")).isEqualTo(MINUTE);
  }

  @Test
  void stateLongerThanThirtyOneDaysCountsNothing() {
    history
        .state("ann", "red", 0, true, true)
        .state("ann", "red", 31 * DAY + 1, true, true)
        .state("ann", "red", 62 * DAY + 1, false, false);

    assertThat(history.sum("occupancy", "paid_ms")).isEqualTo(31 * DAY);
    assertThat(history.sum("occupancy", "idle_ms")).isEqualTo(31 * DAY);
  }
}

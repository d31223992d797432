package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import org.contactroi.events.Channel;
import org.contactroi.events.Confirmation;
import org.contactroi.events.QueueOutcome;
import org.contactroi.oracle.History.Counted;
import org.junit.jupiter.api.Test;

/** The worked cases of the KPI page, event by event. */
class WorkedCasesOracleTest {

  private final History history = new History(OraclePolicy.standard());

  @Test
  void shortAbandonsStandInNeitherRatioOfTheServiceLevel() {
    visits(70, 20 * SECOND, QueueOutcome.ANSWERED);
    visits(15, 20 * SECOND + 1, QueueOutcome.ANSWERED);
    visits(5, 5 * SECOND, QueueOutcome.ABANDONED);
    visits(10, 5 * SECOND + 1, QueueOutcome.ABANDONED);

    Counted counted = history.day("service-level", 0);

    assertThat(counted.of("visits")).isEqualTo(100);
    assertThat(counted.of("answered_in_time")).isEqualTo(70);
    assertThat(counted.of("answered") + counted.of("long_abandons")).isEqualTo(95);
    assertThat(counted.of("short_abandons")).isEqualTo(5);
    assertThat(counted.of("long_abandons")).isEqualTo(10);
  }

  private void visits(int count, long wait, QueueOutcome outcome) {
    for (int i = 0; i < count; i++) {
      history
          .interaction(wait + "-" + outcome + "-" + i)
          .started(HOUR, Channel.VOICE, null)
          .visit("v", "billing", HOUR, HOUR + wait, outcome)
          .ended(HOUR + wait);
    }
  }

  @Test
  void oneThousandSessionsFallIntoTheClassesOfTheLadder() {
    for (int i = 0; i < 1_000; i++) {
      History.Told chat = history.interaction("chat-" + i);
      chat.started(HOUR, Channel.CHAT, "customer-" + i);
      if (i < 250) {
        chat.bot("bot", HOUR, HOUR + MINUTE, Legs.answered())
            .agent("agent", "ann", HOUR + MINUTE, HOUR + 2 * MINUTE);
      } else if (i < 400) {
        chat.bot("bot", HOUR, HOUR + MINUTE, Legs.unanswered());
      } else if (i < 600) {
        chat.bot(
            "bot", HOUR, HOUR + MINUTE, Legs.report(false, i % 2 == 0, positiveWhen(i % 2 == 1)));
      } else {
        chat.bot("bot", HOUR, HOUR + MINUTE, Legs.answered());
      }
      chat.ended(HOUR + 2 * MINUTE);
      if (i >= 910) {
        comesBack(i);
      }
    }

    Counted counted = history.day("containment", 0);

    assertThat(counted.of("sessions")).isEqualTo(1_000);
    assertThat(counted.of("handed_off")).isEqualTo(250);
    assertThat(counted.of("abandoned_unanswered")).isEqualTo(150);
    assertThat(counted.of("failed_repeat")).isEqualTo(90);
    assertThat(counted.of("resolved_confirmed")).isEqualTo(200);
    assertThat(counted.of("resolved_assumed")).isEqualTo(310);
  }

  private static Confirmation positiveWhen(boolean positive) {
    return positive ? Confirmation.POSITIVE : Confirmation.NONE;
  }

  private void comesBack(int customer) {
    long end = HOUR + 2 * MINUTE;
    history
        .interaction("back-" + customer)
        .started(end + 7 * DAY, Channel.CHAT, "customer-" + customer)
        .ended(end + 7 * DAY + MINUTE);
  }

  @Test
  void averageHandleTimeIsTheSumOverTheLegs() {
    for (int i = 0; i < 110; i++) {
      long length = i < 100 ? 4 * MINUTE : 14 * MINUTE;
      history
          .interaction("call-" + i)
          .started(HOUR, Channel.VOICE, null)
          .agent("leg", "ann", HOUR, HOUR + length)
          .ended(HOUR + length);
    }

    Counted counted = history.day("handle-time", 0);

    assertThat(counted.of("handle_ms")).isEqualTo(540 * MINUTE);
    assertThat(counted.of("handled_legs")).isEqualTo(110);
    assertThat(counted.json("handle_histogram"))
        .isEqualTo("[{lower:239616,count:100},{lower:835584,count:10}]");
  }

  @Test
  void callsOfDaysZeroThreeNineAndTwentyAreTwoEpisodes() {
    for (int day : new int[] {0, 3, 9, 20}) {
      history
          .interaction("call-" + day)
          .started(day * DAY, Channel.VOICE, "carl")
          .agent("leg", "ann", day * DAY, day * DAY + MINUTE)
          .ended(day * DAY + MINUTE);
    }

    Counted first = history.day("first-contact-resolution", 0);
    Counted second = history.day("first-contact-resolution", 20);

    assertThat(first.of("eligible")).isEqualTo(1);
    assertThat(first.of("resolved_first_contact")).isZero();
    assertThat(first.of("repeats")).isEqualTo(2);
    assertThat(first.of("identified_inbound")).isEqualTo(3);
    assertThat(second.of("eligible")).isEqualTo(1);
    assertThat(second.of("resolved_first_contact")).isEqualTo(1);
    assertThat(second.of("repeats")).isZero();
    assertThat(history.sum("first-contact-resolution", "episodes")).isEqualTo(2);
  }

  @Test
  void threeParallelChatsOfTenMinutesAreTenMinutesOfEffort() {
    for (int i = 0; i < 3; i++) {
      history
          .interaction("chat-" + i)
          .started(0, Channel.CHAT, null)
          .tell(0, Legs.started("leg").setLiveConcurrency(3).build())
          .tell(10 * MINUTE, Legs.ended("leg").build())
          .ended(10 * MINUTE);
    }

    Counted cost = history.day("cost", 0);

    assertThat(cost.json("usage"))
        .isEqualTo(
            "[{resource:AGENT,key:queue:unknown,channel:CHAT,quantity:600000},"
                + "{resource:CONTACT,key:queue:unknown,channel:CHAT,quantity:3}]");
  }
}

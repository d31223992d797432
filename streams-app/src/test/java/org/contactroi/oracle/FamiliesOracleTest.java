package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Attribution;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.MessageSent;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyKind;
import org.contactroi.events.SurveyOffered;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.events.TransferRequested;
import org.contactroi.oracle.History.Counted;
import org.contactroi.oracle.History.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Volume, cost, experience and sales. */
class FamiliesOracleTest {

  private final History history = new History(OraclePolicy.standard());
  private final Told contact = history.interaction("contact");

  private Counted experience() {
    return history.day("experience", 0);
  }

  @Test
  void handoffIsNoTransferAndATransferCountsOnce() {
    contact.started(0, Channel.VOICE, null);
    contact.tell(1, new TransferRequested("handoff", TransferKind.UNKNOWN));
    transfer("handoff", TransferKind.BOT_TO_HUMAN, TransferOutcome.COMPLETED);
    transfer("blind", TransferKind.BLIND, TransferOutcome.COMPLETED);
    transfer("blind", TransferKind.BLIND, TransferOutcome.COMPLETED);
    transfer("back", TransferKind.HUMAN_TO_BOT, TransferOutcome.COMPLETED);
    transfer("failed", TransferKind.QUEUE, TransferOutcome.FAILED);
    transfer("canceled", TransferKind.QUEUE, TransferOutcome.CANCELED);
    contact.ended(MINUTE);

    Counted volume = history.day("volume", 0);

    assertThat(volume.of("transfers_completed")).isEqualTo(2);
    assertThat(volume.of("transfers_failed")).isEqualTo(1);
  }

  private void transfer(String id, TransferKind kind, TransferOutcome outcome) {
    contact.tell(2, new TransferClosed(id, kind, outcome));
  }

  @Test
  void afterHoursIsDecidedByTheStartInTheTenantsZone() {
    OracleOpeningHours hours =
        OracleOpeningHours.always(
            Map.of(
                DayOfWeek.MONDAY,
                List.of(new OracleOpeningHours.Times(LocalTime.of(8, 0), LocalTime.MIDNIGHT))));
    // EPOCH is a Monday, one o'clock in Berlin.
    History open =
        new History(
            OraclePolicy.standard()
                .withZone(ZoneId.of("Europe/Berlin"))
                .withOpeningHours(List.of(hours)));
    open.interaction("a").started(7 * HOUR - 1, Channel.VOICE, null).ended(8 * HOUR);
    open.interaction("b").started(7 * HOUR, Channel.VOICE, null).ended(8 * HOUR);
    open.interaction("c").started(23 * HOUR - 1, Channel.VOICE, null).ended(30 * HOUR);
    open.interaction("d").started(23 * HOUR, Channel.VOICE, null).ended(30 * HOUR);

    assertThat(
            open.counted("volume/all/all/day/2026-03-01T23:00:00Z").of("after_hours")
                + open.counted("volume/all/all/day/2026-03-02T23:00:00Z").of("after_hours"))
        .isEqualTo(2);
  }

  @Test
  void usageHasTheKeyOfTheLegOfTheBotOfTheModel() {
    contact.started(0, Channel.VOICE, null);
    contact.tell(0, message(Author.BOT, null, true, false));
    contact.bot("bot", SECOND, 11 * SECOND, Legs.answered());
    contact.tell(12 * SECOND, message(Author.BOT, null, false, true));
    contact.tell(13 * SECOND, message(Author.BOT, "bot", true, false));
    contact.tell(14 * SECOND, new AiUsageRecorded("model", 5L, 0L, 7L));
    contact.tell(15 * SECOND, new AiUsageRecorded("model", 6L, 0L, 0L));
    contact.visit("visit", "sales", 20 * SECOND, 30 * SECOND);
    contact.tell(30 * SECOND, Legs.started("leg").setAgentGrade("senior").build());
    contact.tell(40 * SECOND, Legs.ended("leg").build());
    contact.ended(MINUTE);

    assertThat(history.day("cost", 0).json("usage"))
        .isEqualTo(
            "["
                + String.join(
                    ",",
                    line("AGENT", "grade:senior", 10_000),
                    line("BOT_MESSAGE", "unknown", 1),
                    line("BOT_MESSAGE", "v1", 2),
                    line("BOT_SESSION", "v1", 1),
                    line("CONTACT", "queue:sales", 1),
                    line("MODEL_AUDIO", "model", 7),
                    line("MODEL_INPUT_TOKEN", "model", 11),
                    line("TELEPHONY", "queue:sales", 20_000))
                + "]");
  }

  private static String line(String resource, String key, long quantity) {
    return "{resource:%s,key:%s,channel:VOICE,quantity:%d}".formatted(resource, key, quantity);
  }

  private static MessageSent message(
      Author author, @Nullable String segment, boolean isPublic, boolean automatic) {
    return new MessageSent(segment, author, isPublic, automatic);
  }

  @Test
  void keysBeyondSixtyFourAreSummedAsOther() {
    contact.started(0, Channel.VOICE, null);
    for (int i = 10; i < 80; i++) {
      contact.tell(i, new AiUsageRecorded("model-" + i, 1L, 0L, 0L));
    }
    contact.tell(90, new AiUsageRecorded("a-model-without-use", 0L, 0L, 0L)).ended(MINUTE);

    String usage = history.day("cost", 0).json("usage");

    assertThat(usage).contains("key:model-73,").doesNotContain("key:model-74,");
    assertThat(usage).contains(line("MODEL_INPUT_TOKEN", "other", 6));
  }

  @Test
  void lastAnswerOfASurveyCountsAndImpliesItsOffer() {
    contact.started(0, Channel.CHAT, null).ended(MINUTE);
    contact.tell(1, new SurveyOffered("offered", SurveyKind.CSAT, null));
    contact.tell(2, answer("csat", SurveyKind.CSAT, 3, 1, 5));
    contact.tell(3, answer("csat", SurveyKind.CSAT, 4, 1, 5));
    contact.tell(4, answer("nps-1", SurveyKind.NPS, 9, 0, 10));
    contact.tell(5, answer("nps-2", SurveyKind.NPS, 7, 0, 10));
    contact.tell(6, answer("nps-3", SurveyKind.NPS, 6, 0, 10));
    contact.tell(7, answer("ces", SurveyKind.CES, 2, 1, 7));
    contact.tell(8, answer("fcr", SurveyKind.FCR, 1, 0, 1));

    assertThat(experience().of("csat_offered")).isEqualTo(2);
    assertThat(experience().of("csat_answers")).isEqualTo(1);
    assertThat(experience().of("csat_top_box")).isEqualTo(1);
    assertThat(experience().of("nps_promoters")).isEqualTo(1);
    assertThat(experience().of("nps_passives")).isEqualTo(1);
    assertThat(experience().of("nps_detractors")).isEqualTo(1);
    assertThat(experience().of("ces_ease_sum")).isEqualTo(1_667);
    assertThat(history.day("first-contact-resolution", 0).of("survey_yes")).isEqualTo(1);
  }

  private static SurveyAnswered answer(
      String survey, SurveyKind kind, int score, int min, int max) {
    return new SurveyAnswered(survey, kind, null, score, min, max, true);
  }

  @Test
  void lowScoreIsGoodWhereLowerIsBetter() {
    contact.started(0, Channel.CHAT, null).ended(MINUTE);
    contact.tell(1, new SurveyAnswered("csat", SurveyKind.CSAT, null, 2, 1, 5, false));
    contact.tell(2, new SurveyAnswered("ces", SurveyKind.CES, null, 2, 1, 5, false));

    assertThat(experience().of("csat_top_box")).isEqualTo(1);
    assertThat(experience().of("ces_ease_sum")).isEqualTo(7_500);
  }

  @Test
  void firstResponseFollowsTheCustomersFirstMessageAndAHumansTheQueue() {
    contact.started(0, Channel.CHAT, null);
    contact.tell(1 * SECOND, message(Author.BOT, null, true, false));
    contact.tell(10 * SECOND, message(Author.CUSTOMER, null, true, false));
    contact.tell(11 * SECOND, message(Author.BOT, null, true, true));
    contact.tell(12 * SECOND, message(Author.AGENT, null, false, false));
    contact.tell(13 * SECOND, message(Author.BOT, null, true, false));
    contact.visit("visit", "sales", 20 * SECOND, 30 * SECOND);
    contact.tell(35 * SECOND, message(Author.AGENT, null, true, false));
    contact.ended(MINUTE);

    assertThat(experience().of("frt_any_ms")).isEqualTo(3_000);
    assertThat(experience().of("frt_bot_ms")).isEqualTo(3_000);
    assertThat(experience().of("frt_human_ms")).isEqualTo(15_000);
    // 15 000 >> 7 is 117, and 117 << 7 is 14 976.
    assertThat(experience().json("frt_human_histogram")).isEqualTo("[{lower:14976,count:1}]");
  }

  @Test
  void callsAreAnsweredByLegs() {
    contact.started(0, Channel.VOICE, null);
    contact.visit("visit", "sales", 5 * SECOND, 30 * SECOND);
    contact.agent("leg", "ann", 30 * SECOND, MINUTE).ended(MINUTE);

    assertThat(experience().of("frt_any_ms")).isEqualTo(30_000);
    assertThat(experience().of("frt_bot_count")).isZero();
    assertThat(experience().of("frt_human_ms")).isEqualTo(25_000);
  }

  @Test
  void salesCountWhenTheyHappenAndConversionWhenTheInteractionEnds() {
    contact.started(0, Channel.CHAT, null).ended(MINUTE);
    contact.tell(DAY, sale(SaleKind.NEW, 30_500_000)).tell(DAY, sale(SaleKind.REFUND, 25));

    assertThat(history.day("sales", 0).of("converted")).isEqualTo(1);
    assertThat(history.day("sales", 0).of("inbound")).isEqualTo(1);
    assertThat(history.day("sales", 1).of("inbound")).isZero();
    assertThat(history.day("sales", 1).json("sales"))
        .isEqualTo(
            "[{currency:EUR,kind:NEW,attribution:AI,count:1,"
                + "amount_micros:30500000,margin_micros:6100000},"
                + "{currency:EUR,kind:REFUND,attribution:AI,count:1,"
                + "amount_micros:-25,margin_micros:-5}]");
  }

  private static SaleRecorded sale(SaleKind kind, long amount) {
    return new SaleRecorded("order", kind, amount, "EUR", 2_000, Attribution.AI);
  }

  @Test
  void refundAloneConvertsNobody() {
    contact.started(0, Channel.CHAT, null).tell(1, sale(SaleKind.REFUND, 1)).ended(MINUTE);

    assertThat(history.day("sales", 0).of("converted")).isZero();
  }
}

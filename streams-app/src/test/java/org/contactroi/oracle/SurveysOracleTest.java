package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;

import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Author;
import org.contactroi.events.MessageSent;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyKind;
import org.contactroi.events.SurveyOffered;
import org.contactroi.oracle.History.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which part of an interaction id a survey belongs to. */
class SurveysOracleTest {

  private final History history = new History(OraclePolicy.standard());
  private final Told chat = history.interaction("chat");

  private static SurveyOffered offer() {
    return new SurveyOffered("survey", SurveyKind.CSAT, null);
  }

  private static SurveyAnswered answer(@Nullable String leg) {
    return new SurveyAnswered("survey", SurveyKind.CSAT, leg, 5, 1, 5, true);
  }

  private static MessageSent message() {
    return new MessageSent(null, Author.CUSTOMER, true, false);
  }

  private long offered(int day) {
    return of(day, "csat_offered");
  }

  private long answered(int day) {
    return of(day, "csat_answers");
  }

  private long of(int day, String field) {
    History.Counted counted = history.day("experience", day);
    return counted.isAbsent() ? 0 : counted.of(field);
  }

  /** A part that ends on the day, with a leg of the id. */
  private void part(long day, String leg) {
    chat.tell(day * DAY, message()).agent(leg, "ann", day * DAY, day * DAY + MINUTE);
    chat.ended(day * DAY + HOUR);
  }

  @Test
  void answerBelongsToThePartOfItsOfferThoughTheCustomerWroteAgain() {
    part(0, "leg");
    chat.tell(2 * HOUR, offer());
    part(5, "again");
    chat.tell(5 * DAY + 2 * HOUR, answer("again"));

    assertThat(offered(0)).isEqualTo(1);
    assertThat(answered(0)).isEqualTo(1);
    assertThat(offered(5)).isZero();
  }

  @Test
  void latestOfferBeforeTheAnswerDecides() {
    part(0, "leg");
    chat.tell(2 * HOUR, offer());
    part(5, "again");
    chat.tell(5 * DAY + 2 * HOUR, offer()).tell(5 * DAY + 3 * HOUR, answer("leg"));

    assertThat(answered(0)).isZero();
    assertThat(offered(5)).isEqualTo(1);
    assertThat(answered(5)).isEqualTo(1);
  }

  @Test
  void answerWithoutOfferBelongsToThePartOfItsLeg() {
    part(0, "leg");
    part(5, "again");
    chat.tell(5 * DAY + 2 * HOUR, answer("leg"));

    assertThat(answered(0)).isEqualTo(1);
    assertThat(answered(5)).isZero();
  }

  @Test
  void answerWithoutOfferOrLegBelongsToTheLatestPart() {
    part(0, "leg");
    part(5, "again");
    chat.tell(5 * DAY + 2 * HOUR, answer("unheard of"));
    chat.tell(5 * DAY + 3 * HOUR, new SurveyAnswered("two", SurveyKind.CSAT, null, 5, 1, 5, true));

    assertThat(answered(0)).isZero();
    assertThat(answered(5)).isEqualTo(2);
  }

  @Test
  void answerMoreThanFourteenDaysAfterThePartOfItsOfferIsAnOrphan() {
    part(0, "leg");
    chat.tell(2 * HOUR, offer());
    part(10, "again");
    chat.tell(HOUR + 14 * DAY, answer(null)).tell(HOUR + 14 * DAY + 1, answer(null));

    assertThat(answered(0)).isEqualTo(1);
    assertThat(answered(10)).isZero();
    assertThat(history.day("volume", 14).of("orphans")).isEqualTo(1);
  }

  @Test
  void answerAfterEverythingElseWasForgottenIsAnOrphan() {
    part(0, "leg");
    chat.tell(10 * DAY, new AiUsageRecorded("model", 1L, 0L, 0L));
    chat.tell(25 * DAY, answer("leg"));

    assertThat(answered(0)).isZero();
    assertThat(history.day("volume", 25).of("orphans")).isEqualTo(1);
  }
}

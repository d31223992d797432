package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;
import static org.contactroi.interaction.fold.Story.foldStarted;

import org.contactroi.interaction.Surveys;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.SurveyKind;
import org.junit.jupiter.api.Test;

class SurveysTest {

  @Test
  void anAnswerImpliesAnOfferAndASurveyOfferedTwiceIsOne() {
    Surveys surveys =
        surveys(
            at(0, offered("s", SurveyKind.CSAT)),
            at(1, offered("s", SurveyKind.CSAT)),
            at(2, offered("t", SurveyKind.CSAT)),
            at(3, surveyed("t", SurveyKind.CSAT, 4)),
            at(4, surveyed("u", SurveyKind.CSAT, 3)));

    assertThat(surveys).isEqualTo(new Surveys(3, 2, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void ofTheAnswersToOneSurveyTheLastCountsAndSaysWhatWasAsked() {
    Surveys surveys =
        surveys(
            at(0, offered("s", SurveyKind.CSAT)),
            at(1, surveyed("s", SurveyKind.CSAT, 5)),
            at(2, recommends("s", 10)));

    assertThat(surveys).isEqualTo(new Surveys(0, 0, 0, 1, 0, 0, 0, 0));
  }

  @Test
  void from9OnCustomersPromoteAndBelow7TheyDetract() {
    Event[] events = new Event[11];
    for (int score = 0; score <= 10; score++) {
      events[score] = at(score, recommends("s" + score, score));
    }

    assertThat(surveys(events)).isEqualTo(new Surveys(0, 0, 0, 2, 2, 7, 0, 0));
  }

  @Test
  void easeIsTheDistanceFromTheWorstScoreInHundredthsOfAPointHalfEven() {
    assertThat(ease(1, 1, 7, true)).isZero();
    assertThat(ease(7, 1, 7, true)).isEqualTo(10_000);
    assertThat(ease(2, 1, 7, true)).isEqualTo(1_667);
    assertThat(ease(2, 1, 7, false)).isEqualTo(8_333);
    assertThat(ease(1, 0, 32, true)).as("312.5").isEqualTo(312);
    assertThat(ease(3, 0, 32, true)).as("937.5").isEqualTo(938);
    assertThat(ease(Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, true))
        .isEqualTo(10_000);
  }

  @Test
  void eachSurveyIsAnAnswerOfItsOwn() {
    Surveys surveys =
        surveys(
            at(0, surveyed("s", SurveyKind.CES, 5)),
            at(1, surveyed("t", SurveyKind.CES, 3)),
            at(2, surveyed("u", SurveyKind.UNKNOWN, 3)));

    assertThat(surveys).isEqualTo(new Surveys(0, 0, 0, 0, 0, 0, 2, 15_000));
  }

  private static long ease(int score, int min, int max, boolean higherIsBetter) {
    Payload answer =
        new Payload.SurveyAnswered("s", null, SurveyKind.CES, score, min, max, higherIsBetter);
    return surveys(at(0, answer)).cesEase();
  }

  private static Surveys surveys(Event... events) {
    return foldStarted(events).surveys();
  }
}

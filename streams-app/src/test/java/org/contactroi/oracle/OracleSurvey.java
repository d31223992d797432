package org.contactroi.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyKind;
import org.contactroi.events.SurveyOffered;
import org.jspecify.annotations.Nullable;

/** "one answer per (interaction, survey_id), the last; an answer implies an offer". */
final class OracleSurvey {

  private SurveyKind offered = SurveyKind.UNKNOWN;
  private @Nullable SurveyAnswered answer;

  private OracleSurvey() {}

  static List<OracleSurvey> of(OracleInteraction interaction) {
    Map<String, OracleSurvey> surveys = new LinkedHashMap<>();
    for (InteractionEvent event : interaction.events) {
      if (event.getPayload() instanceof SurveyOffered offered) {
        survey(surveys, offered.getSurveyId()).offered = offered.getKind();
      } else if (event.getPayload() instanceof SurveyAnswered answered) {
        survey(surveys, answered.getSurveyId()).answer = answered;
      }
    }
    return List.copyOf(surveys.values());
  }

  private static OracleSurvey survey(Map<String, OracleSurvey> surveys, String id) {
    return surveys.computeIfAbsent(id, none -> new OracleSurvey());
  }

  /** It asks "what its last answer says it asks; one that was only offered, ... its last offer". */
  boolean asks(SurveyKind asked) {
    return asked == (answer == null ? offered : answer.getKind());
  }

  boolean isAnswered() {
    return answer != null;
  }

  private SurveyAnswered answered() {
    if (answer == null) {
      throw new IllegalStateException("Not answered");
    }
    return answer;
  }

  /** "s' = s - min, or max - s when lower is better". */
  long score() {
    SurveyAnswered given = answered();
    return given.getHigherIsBetter()
        ? (long) given.getScore() - given.getScaleMin()
        : (long) given.getScaleMax() - given.getScore();
  }

  private long width() {
    return (long) answered().getScaleMax() - answered().getScaleMin();
  }

  /** "Top box: 4 s' >= 3 (max - min)." */
  boolean isTopBox() {
    return 4 * score() >= 3 * width();
  }

  /** "Ease = 100 s' / (max - min)", in hundredths of a point. */
  long ease() {
    return HalfEven.ofProduct(10_000, score(), width());
  }
}

package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.ScaledScore;
import org.contactroi.interaction.Surveys;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.ResolutionSource;
import org.contactroi.interaction.event.SurveyKind;
import org.jspecify.annotations.Nullable;

/**
 * Collects what customers and agents say: the last word of each counts. A survey asks what its last
 * answer says it asked; one without an answer, what its last offer says.
 */
final class SignalFold {

  private final Map<String, SurveyKind> offers = new HashMap<>();
  private final Map<String, Payload.SurveyAnswered> answers = new HashMap<>();
  private @Nullable Boolean agentFlag;
  private boolean hasAssertion;

  void add(Payload payload) {
    if (payload instanceof Payload.SurveyOffered offered) {
      offers.put(offered.surveyId(), offered.kind());
    } else if (payload instanceof Payload.SurveyAnswered answered) {
      answers.put(answered.surveyId(), answered);
    } else if (payload instanceof Payload.ResolutionAsserted asserted) {
      hasAssertion = true;
      agentFlag =
          asserted.source() == ResolutionSource.AGENT_FLAG
              ? (Boolean) asserted.resolved()
              : agentFlag;
    }
  }

  /** Nobody said anything. */
  boolean isNone() {
    return answers.isEmpty() && !hasAssertion;
  }

  ResolutionSignals toSignals() {
    List<ScaledScore> scores = scores(SurveyKind.FCR);
    return new ResolutionSignals(
        scores.stream().filter(ScaledScore::isTopBox).count(), scores.size(), agentFlag);
  }

  Surveys toSurveys() {
    List<ScaledScore> csat = scores(SurveyKind.CSAT);
    List<ScaledScore> nps = scores(SurveyKind.NPS);
    List<ScaledScore> ces = scores(SurveyKind.CES);
    long promoters = nps.stream().filter(ScaledScore::isPromoter).count();
    long passives = nps.stream().filter(ScaledScore::isPassive).count();
    return new Surveys(
        csat.size() + unanswered(SurveyKind.CSAT),
        csat.size(),
        csat.stream().filter(ScaledScore::isTopBox).count(),
        promoters,
        passives,
        nps.size() - promoters - passives,
        ces.size(),
        ces.stream().mapToLong(ScaledScore::ease).sum());
  }

  private List<ScaledScore> scores(SurveyKind kind) {
    List<ScaledScore> scores = new ArrayList<>();
    for (Payload.SurveyAnswered answer : answers.values()) {
      if (answer.kind() == kind) {
        scores.add(
            ScaledScore.of(
                answer.score(), answer.scaleMin(), answer.scaleMax(), answer.higherIsBetter()));
      }
    }
    return scores;
  }

  private long unanswered(SurveyKind kind) {
    return offers.entrySet().stream()
        .filter(offer -> offer.getValue() == kind && !answers.containsKey(offer.getKey()))
        .count();
  }
}

package org.contactroi.interaction;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what customers and agents say about the resolution: the last word of each counts. */
final class SignalFold {

  private final Map<String, Payload.SurveyAnswered> answers = new HashMap<>();
  private @Nullable Boolean agentFlag;

  void add(Payload payload) {
    if (payload instanceof Payload.SurveyAnswered answered) {
      answers.put(answered.surveyId(), answered);
    } else if (payload instanceof Payload.ResolutionAsserted asserted
        && asserted.source() == ResolutionSource.AGENT_FLAG) {
      agentFlag = asserted.resolved();
    }
  }

  ResolutionSignals toSignals() {
    long yes = 0;
    long count = 0;
    for (Payload.SurveyAnswered answer : answers.values()) {
      if (answer.kind() == SurveyKind.FCR) {
        count++;
        yes += isTopBox(answer) ? 1 : 0;
      }
    }
    return new ResolutionSignals(yes, count, agentFlag);
  }

  /** In the best quarter of the scale: 4 s' >= 3 (max - min), s' counted from the worst score. */
  private static boolean isTopBox(Payload.SurveyAnswered answer) {
    long fromWorst =
        answer.higherIsBetter()
            ? (long) answer.score() - answer.scaleMin()
            : (long) answer.scaleMax() - answer.score();
    long scale = (long) answer.scaleMax() - answer.scaleMin();
    return 4 * fromWorst >= 3 * scale;
  }
}

package org.contactroi.interaction.fold;

import org.contactroi.interaction.HalfEven;
import org.contactroi.interaction.event.Payload;

/**
 * An answer to a survey on its scale.
 *
 * @param fromWorst distance from the worst score, 0 to scale
 * @param scale distance from the worst score to the best, positive
 */
record ScaledScore(long fromWorst, long scale) {

  /** Ease of the best score, hundredths of a point. */
  private static final long BEST_EASE = 10_000;

  private static final long PROMOTER = 9;
  private static final long PASSIVE = 7;

  static ScaledScore of(Payload.SurveyAnswered answer) {
    long min = answer.scaleMin();
    long max = answer.scaleMax();
    return new ScaledScore(
        answer.higherIsBetter() ? answer.score() - min : max - answer.score(), max - min);
  }

  /** In the best quarter of the scale: 4 s' >= 3 (max - min). */
  boolean isTopBox() {
    return 4 * fromWorst >= 3 * scale;
  }

  boolean isPromoter() {
    return fromWorst >= PROMOTER;
  }

  boolean isPassive() {
    return fromWorst >= PASSIVE && !isPromoter();
  }

  /** 10 000 s' / (max - min), half even. */
  long ease() {
    return HalfEven.divide(BEST_EASE * fromWorst, scale);
  }
}

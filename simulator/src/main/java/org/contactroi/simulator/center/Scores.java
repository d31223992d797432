package org.contactroi.simulator.center;

import org.contactroi.simulator.ledger.SurveyAnswer.Score;
import org.contactroi.simulator.random.RandomStream;

/** What people answer. */
final class Scores {

  private Scores() {}

  /** Draws a score: the number of steps taken up the scale, each with the same chance. */
  static Score draw(RandomStream random, int min, int max, double pleased) {
    int value = min;
    for (int step = min; step < max; step++) {
      value += random.chance(pleased) ? 1 : 0;
    }
    return new Score(value, min, max);
  }
}

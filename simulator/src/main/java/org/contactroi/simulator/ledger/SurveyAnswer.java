package org.contactroi.simulator.ledger;

import org.contactroi.events.SurveyKind;

/**
 * A survey was answered; a high score is good.
 *
 * @param id id of the survey within the interaction
 */
public record SurveyAnswer(ContactId contact, long at, String id, SurveyKind kind, Score score) {

  /**
   * A score on its scale.
   *
   * @param min lowest possible
   * @param max highest possible
   */
  public record Score(int value, int min, int max) {

    /** Returns how far it is above the lowest possible. */
    public long above() {
      return (long) value - min;
    }

    /** Returns how far the highest possible is above the lowest. */
    public long width() {
      return (long) max - min;
    }
  }
}

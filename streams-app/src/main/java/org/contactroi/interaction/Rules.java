package org.contactroi.interaction;

import java.time.Duration;

/**
 * The choices that the fact of an interaction depends on: one version of a policy.
 *
 * @param version name of the version
 * @param gaps silences that end an interaction
 * @param answerThreshold T: answered after at most this wait is in time
 * @param shortAbandon S: an abandon after at most this wait is short
 */
public record Rules(
    String version,
    SilenceGaps gaps,
    Duration answerThreshold,
    Duration shortAbandon,
    OpeningHours openingHours) {

  public Rules {
    requireNotNegative("answer threshold", answerThreshold);
    requireNotNegative("short abandon", shortAbandon);
  }

  private static void requireNotNegative(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " is negative: " + duration);
    }
  }
}

package org.contactroi.episode;

/** The one class of a bot session, first that applies. The classes are disjoint. */
public enum LadderClass {
  /** A visit or a human leg of the interaction ends after the session's start. */
  HANDED_OFF,
  /** The customer was to get a person and did not. */
  HANDOFF_FAILED,
  /** The bot did not answer, or the customer rejected the answer. */
  ABANDONED_UNANSWERED,
  /** The customer came back: an inbound member of the episode follows, or a repeat in this one. */
  FAILED_REPEAT,
  /** Fulfilled, or confirmed by the customer. */
  RESOLVED_CONFIRMED,
  /** Answered, and the customer did not come back. */
  RESOLVED_ASSUMED;

  /**
   * The first class that applies to sessions that went alike.
   *
   * @param inboundFollows an inbound member of the episode follows the session's interaction
   */
  static LadderClass of(SessionTally session, boolean inboundFollows) {
    if (session.handedOff()) {
      return HANDED_OFF;
    }
    if (session.handoffFailed()) {
      return HANDOFF_FAILED;
    }
    if (!session.answered() || session.rejected()) {
      return ABANDONED_UNANSWERED;
    }
    if (inboundFollows || session.cameBack()) {
      return FAILED_REPEAT;
    }
    return session.confirmed() ? RESOLVED_CONFIRMED : RESOLVED_ASSUMED;
  }
}

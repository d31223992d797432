package org.contactroi.episode;

/** The one class of a bot session, first that applies. The classes are disjoint. */
public enum LadderClass {
  /** A visit or a human leg follows in the interaction. */
  HANDED_OFF,
  /** The bot did not answer, or the customer rejected the answer. */
  ABANDONED_UNANSWERED,
  /** An inbound member of the episode follows. */
  FAILED_REPEAT,
  /** Fulfilled, or confirmed by the customer. */
  RESOLVED_CONFIRMED,
  /** Answered, and the customer did not come back. */
  RESOLVED_ASSUMED
}

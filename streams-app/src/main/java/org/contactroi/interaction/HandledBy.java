package org.contactroi.interaction;

/** Who handled an interaction. */
public enum HandledBy {
  /** It has a handled leg. */
  HUMAN,
  /** It has a bot session, no handled leg and no visit. */
  BOT_ONLY,
  /** All others. */
  NONE,
  /** It counts with the interaction that it goes on with. */
  CONTINUATION
}

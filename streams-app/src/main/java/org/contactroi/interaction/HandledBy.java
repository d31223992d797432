package org.contactroi.interaction;

/**
 * Who handled an interaction: HUMAN has a handled leg; BOT_ONLY a bot session, no handled leg and
 * no visit; NONE all others.
 */
public enum HandledBy {
  HUMAN,
  BOT_ONLY,
  NONE
}

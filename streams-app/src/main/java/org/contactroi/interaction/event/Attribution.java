package org.contactroi.interaction.event;

/** Whom a sale is attributed to. */
public enum Attribution {
  AI,
  AGENT,
  ASSISTED,
  UNKNOWN
}

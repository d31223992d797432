package org.contactroi.interaction;

/** Whom a sale is attributed to. */
public enum Attribution {
  AI,
  AGENT,
  ASSISTED,
  UNKNOWN
}

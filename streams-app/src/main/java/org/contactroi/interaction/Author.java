package org.contactroi.interaction;

/** Who wrote a message. */
public enum Author {
  CUSTOMER,
  BOT,
  AGENT,
  SYSTEM,
  UNKNOWN
}

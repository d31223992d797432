package org.contactroi.interaction.event;

/** Who wrote a message. */
public enum Author {
  CUSTOMER,
  BOT,
  AGENT,
  SYSTEM,
  UNKNOWN
}

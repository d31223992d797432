package org.contactroi.interaction.event;

/** What the customer said of the bot's answer. */
public enum Confirmation {
  POSITIVE,
  NEGATIVE,
  NONE,
  UNKNOWN
}

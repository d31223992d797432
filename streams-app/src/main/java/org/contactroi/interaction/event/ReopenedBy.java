package org.contactroi.interaction.event;

/** Who reopened an interaction. Nobody stated is the customer. */
public enum ReopenedBy {
  CUSTOMER,
  AGENT,
  SYSTEM
}

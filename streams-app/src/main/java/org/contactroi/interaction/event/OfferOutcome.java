package org.contactroi.interaction.event;

/** What became of an offer to an agent. */
public enum OfferOutcome {
  ACCEPTED,
  REJECTED,
  /** The agent let it ring. */
  TIMEOUT,
  CANCELED,
  RESCINDED,
  UNKNOWN
}

package org.contactroi.interaction.event;

/** Who ended an interaction. */
public enum EndedBy {
  CUSTOMER,
  AGENT,
  BOT,
  SYSTEM,
  TIMEOUT,
  NETWORK,
  UNKNOWN;

  /** A timer or a system only closes what is over, and does not know when it ended. */
  public boolean isTelling() {
    return this != SYSTEM && this != TIMEOUT;
  }

  /** Who ends what is done. */
  public boolean isDone() {
    return this == CUSTOMER || this == AGENT || this == BOT;
  }
}

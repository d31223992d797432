package org.contactroi.interaction.event;

/** Whom an interaction waits for. */
public enum PendingOn {
  CUSTOMER,
  THIRD_PARTY,
  INTERNAL,
  UNKNOWN;

  /** Somebody else than the center, whose time it is. */
  public boolean isOther() {
    return this == CUSTOMER || this == THIRD_PARTY;
  }
}

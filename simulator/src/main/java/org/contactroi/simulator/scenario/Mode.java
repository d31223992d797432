package org.contactroi.simulator.scenario;

import org.contactroi.events.Channel;

/** How an agent works on a contact. */
public enum Mode {
  /** Talking; nothing beside it. */
  CALL,
  /** Writing with customers who wait for the reply; several at once. */
  CHAT,
  /** Writing one answer to a customer who is away; nothing beside it. */
  MAIL;

  /** Returns the mode of a channel. */
  public static Mode of(Channel channel) {
    return switch (channel) {
      case VOICE, VIDEO -> CALL;
      case EMAIL -> MAIL;
      default -> CHAT;
    };
  }

  /** Returns whether an agent can do nothing else meanwhile. */
  public boolean isExclusive() {
    return this != CHAT;
  }
}

package org.contactroi.interaction.fold;

import java.util.Set;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.ReopenedBy;

/** What an event means to the silence before it. */
enum SilenceRole {
  /** The customer gets in touch: a new inbound interaction after a silence. */
  OPENER,
  /** We get in touch: a new outbound one, unless the customer still waits. */
  FOLLOW_UP,
  /** A leg starts: a follow-up if it is PRIMARY, else nothing. */
  LEG,
  /** It only ends something: it begins and extends nothing. */
  CLOSER,
  /** All else begins nothing. */
  OTHER;

  private static final Set<Class<? extends Payload>> CLOSERS =
      Set.of(
          Payload.Ended.class,
          Payload.SegmentEnded.class,
          Payload.QueueExited.class,
          Payload.HoldEnded.class,
          Payload.AfterWorkStarted.class,
          Payload.AfterWorkEnded.class,
          Payload.TransferClosed.class,
          Payload.AgentOfferClosed.class,
          Payload.PendingEnded.class);

  static SilenceRole of(Payload payload) {
    if (payload instanceof Payload.MessageSent message) {
      return ofMessage(message);
    }
    if (payload instanceof Payload.SegmentStarted) {
      return LEG;
    }
    if (payload instanceof Payload.Reopened reopened) {
      return reopened.by() == ReopenedBy.CUSTOMER
          ? OPENER
          : reopened.by() == ReopenedBy.AGENT ? FOLLOW_UP : OTHER;
    }
    if (payload instanceof Payload.Started || payload instanceof Payload.QueueEntered) {
      return OPENER;
    }
    return CLOSERS.contains(payload.getClass()) ? CLOSER : OTHER;
  }

  private static SilenceRole ofMessage(Payload.MessageSent message) {
    if (message.author() == Author.CUSTOMER) {
      return OPENER;
    }
    return isReply(message) ? FOLLOW_UP : OTHER;
  }

  /** A public message of an agent or a bot that no machine sent by itself. */
  static boolean isReply(Payload.MessageSent message) {
    return (message.author() == Author.AGENT || message.author() == Author.BOT)
        && message.isPublic()
        && !message.isAutomatic();
  }

  /** A set of events without any such is no interaction. */
  static boolean makesInteraction(Payload payload) {
    SilenceRole role = of(payload);
    return role == OPENER
        || role == FOLLOW_UP
        || role == LEG
        || payload instanceof Payload.SegmentEnded;
  }
}

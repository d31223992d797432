package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.Author;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.TransferClosed;

/** What an event means to the silence before it. */
final class OracleRoles {

  private static final Set<Class<?>> CLOSERS =
      Set.of(
          InteractionEnded.class,
          SegmentEnded.class,
          QueueExited.class,
          HoldEnded.class,
          AfterWorkStarted.class,
          AfterWorkEnded.class,
          TransferClosed.class,
          AgentOfferClosed.class,
          PendingEnded.class);

  private final Set<String> primary = new HashSet<>();
  private final Set<String> human = new HashSet<>();

  /** Roles are those of the legs, whichever of their events say so. */
  OracleRoles(List<InteractionEvent> events) {
    for (OracleSegment segment : OracleSegment.of(events)) {
      if (segment.role() == SegmentRole.PRIMARY) {
        primary.add(segment.id);
      }
      if (segment.isHuman()) {
        human.add(segment.id);
      }
    }
  }

  boolean isOpener(InteractionEvent event) {
    Object payload = event.getPayload();
    return payload instanceof InteractionStarted
        || payload instanceof QueueEntered
        || isOfTheCustomer(payload);
  }

  private static boolean isOfTheCustomer(Object payload) {
    return isCustomerReopening(payload)
        || (payload instanceof MessageSent sent && sent.getAuthor() == Author.CUSTOMER);
  }

  /** UNKNOWN counts as CUSTOMER. */
  static boolean isCustomerReopening(Object payload) {
    return payload instanceof InteractionReopened reopened
        && (reopened.getBy() == ReopenedBy.CUSTOMER || reopened.getBy() == ReopenedBy.UNKNOWN);
  }

  boolean isFollowUp(InteractionEvent event) {
    Object payload = event.getPayload();
    return isReply(payload)
        || (payload instanceof InteractionReopened reopened && reopened.getBy() == ReopenedBy.AGENT)
        || (payload instanceof SegmentStarted started && primary.contains(started.getSegmentId()));
  }

  /** "a public, not automatic MessageSent by AGENT or BOT". */
  private static boolean isReply(Object payload) {
    return payload instanceof MessageSent sent
        && (sent.getAuthor() == Author.AGENT || sent.getAuthor() == Author.BOT)
        && sent.getIsPublic()
        && !sent.getIsAutomatic();
  }

  boolean isCloser(InteractionEvent event) {
    return CLOSERS.contains(event.getPayload().getClass());
  }

  boolean makesAnInteraction(InteractionEvent event) {
    Object payload = event.getPayload();
    return isOpener(event)
        || isFollowUp(event)
        || payload instanceof SegmentStarted
        || payload instanceof SegmentEnded;
  }

  /**
   * Whether "a customer message, visit or customer reopening has no later public, not automatic
   * message by AGENT or BOT and no human PRIMARY leg".
   */
  boolean isWaiting(List<InteractionEvent> events) {
    boolean isWaiting = false;
    List<String> begun = new ArrayList<>();
    for (InteractionEvent event : events) {
      Object payload = event.getPayload();
      if (isOfTheCustomer(payload) || payload instanceof QueueEntered) {
        isWaiting = true;
      } else if (isReply(payload)) {
        isWaiting = false;
      } else if (payload instanceof SegmentStarted started) {
        String leg = started.getSegmentId();
        boolean isAnswer = !begun.contains(leg) && primary.contains(leg) && human.contains(leg);
        isWaiting &= !isAnswer;
        begun.add(leg);
      }
    }
    return isWaiting;
  }
}

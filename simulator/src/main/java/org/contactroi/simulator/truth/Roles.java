package org.contactroi.simulator.truth;

import java.util.EnumSet;
import java.util.Set;
import org.contactroi.events.Author;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.Moment;

/** What a moment is to the silence before it. */
final class Roles {

  /** What only closes something neither begins nor prolongs anything. */
  private static final Set<Moment> CLOSINGS =
      EnumSet.of(
          Moment.ENDED,
          Moment.LEG_ENDED,
          Moment.VISIT_LEFT,
          Moment.HOLD_ENDED,
          Moment.AFTER_WORK_STARTED,
          Moment.AFTER_WORK_ENDED,
          Moment.TRANSFER_CLOSED,
          Moment.PENDING_ENDED,
          Moment.OFFER_CLOSED);

  private Roles() {}

  static boolean isClosing(Seen each) {
    return CLOSINGS.contains(each.moment());
  }

  /** Whether the customer gets in touch. */
  static boolean isByCustomer(Seen each) {
    return each.is(Moment.BEGUN)
        || each.is(Moment.VISIT_ENTERED)
        || isReopenedByCustomer(each)
        || (each.fact() instanceof Message message && message.author() == Author.CUSTOMER);
  }

  static boolean isReopenedByCustomer(Seen each) {
    return each.fact() instanceof ContactReopened reopened && reopened.isByCustomer();
  }

  /** Whether an agent or a bot gets in touch with the customer. */
  static boolean isByUs(Seen each) {
    return isReply(each)
        || (each.fact() instanceof ContactReopened reopened && reopened.by() == ReopenedBy.AGENT)
        || (each.is(Moment.LEG_STARTED) && ((Leg) each.fact()).who().role() == SegmentRole.PRIMARY);
  }

  /** Whether an agent or a bot writes, and not of itself. */
  static boolean isReply(Seen each) {
    return each.fact() instanceof Message message
        && (message.author() == Author.AGENT || message.author() == Author.BOT)
        && !message.isAutomatic();
  }

  /** Whether there is an interaction where it is seen. */
  static boolean isOfAnInteraction(Seen each) {
    return isByCustomer(each)
        || isByUs(each)
        || each.is(Moment.LEG_STARTED)
        || each.is(Moment.LEG_ENDED);
  }
}

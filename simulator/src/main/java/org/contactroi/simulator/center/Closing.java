package org.contactroi.simulator.center;

import java.time.Duration;
import java.util.List;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Occasional;

/** How contacts end, and what follows from it. */
final class Closing {

  private static final Duration DISCARDED_AFTER = Duration.ofHours(1);

  private static final List<DiscardReason> REASONS =
      List.of(
          DiscardReason.SPAM,
          DiscardReason.DUPLICATE,
          DiscardReason.DELETED,
          DiscardReason.OTHER,
          DiscardReason.TEST);

  private final Center center;
  private final Loyalty loyalty;
  private final Returns returns;
  private final Surveying surveying;
  private final Selling selling;

  Closing(Center center) {
    this.center = center;
    this.loyalty = new Loyalty(center);
    this.returns = new Returns(center);
    this.surveying = new Surveying(center);
    this.selling = new Selling(center);
  }

  /** How a contact ends. */
  record Ending(EndedBy by, How how) {

    /** Result for the customer. */
    enum How {
      RESOLVED,
      UNRESOLVED,
      /** No agent was reached. */
      ABANDONED,
      /** Will be called. */
      CALLED_BACK
    }

    boolean isResolved() {
      return how == How.RESOLVED;
    }
  }

  Loyalty loyalty() {
    return loyalty;
  }

  /** Ends a contact. */
  void close(long now, Contact contact, Ending ending) {
    contact.ledger().ended(new ContactEnded(contact.id(), now, ending.by(), ending.isResolved()));
    contact.tell(now, new InteractionEnded(ending.by()));
    surveying.plan(now, contact, ending.isResolved());
    planDiscard(now, contact);
    if (!contact.isTest() && !planReopening(now, contact)) {
      selling.plan(now, contact, ending.isResolved());
      returns.plan(now, contact, ending.how());
      loyalty.ended(now, contact, ending.isResolved());
    }
    contact.finished(now);
  }

  /** Plans that somebody who looks through what came in throws it out. */
  private void planDiscard(long now, Contact contact) {
    RandomStream random = contact.random("discard");
    if (contact.isInbound() && random.chance(center.tenant().demand().discards())) {
      DiscardReason reason = REASONS.get((int) random.below(REASONS.size()));
      contact.begun();
      center
          .calendar()
          .at(
              now + DISCARDED_AFTER.toMillis(),
              at -> {
                contact.discarded(at, reason);
                contact.finished(at);
              });
    }
  }

  /** Plans that a customer writes again, which is possible where it is read by an agent. */
  private boolean planReopening(long now, Contact contact) {
    Occasional reopened = contact.medium().work().reopened();
    RandomStream random = contact.random("reopened");
    if (!contact.isServed() || contact.isReopened() || !random.chance(reopened.share())) {
      return false;
    }
    contact.reopened();
    long again = now + 1 + reopened.time().drawWhole(random);
    contact.begun();
    center.calendar().at(again, at -> center.reception().reopen(at, contact));
    return true;
  }
}

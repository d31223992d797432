package org.contactroi.simulator.center;

import java.time.Duration;
import java.util.List;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Occasional;
import org.contactroi.simulator.scenario.Situation;

/** How contacts end, and what follows from it. */
final class Closing {

  private static final Duration DISCARDED_AFTER = Duration.ofHours(1);
  private static final long TAKEN_BACK_WITHIN = Duration.ofDays(2).toMillis();
  private static final double TAKEN_BACK = 0.2;

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
  private final Revisits revisits;

  Closing(Center center) {
    this.center = center;
    this.loyalty = new Loyalty(center);
    this.returns = new Returns(center);
    this.surveying = new Surveying(center);
    this.selling = new Selling(center);
    this.revisits = new Revisits(center);
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
    if (!revisits.planTimer(now, contact, ending)) {
      end(now, contact, ending);
    }
    surveying.plan(now, contact, ending.isResolved());
    planDiscard(now, contact);
    if (!contact.isTest() && !planReopening(now, contact) && !revisits.plan(now, contact)) {
      selling.plan(now, contact, ending.isResolved());
      returns.plan(now, contact, ending.how());
      loyalty.ended(now, contact, ending.isResolved());
    }
    contact.finished(now);
  }

  /** Tells that a contact ends, and nothing that follows. */
  void end(long now, Contact contact, Ending ending) {
    contact.ledger().ended(new ContactEnded(contact.id(), now, ending.by(), ending.isResolved()));
    contact.tellEnd(
        new Mark(contact.id(), Moment.ENDED, "", now), new InteractionEnded(ending.by()));
  }

  /** Plans that somebody who looks through what came in throws it out. */
  private void planDiscard(long now, Contact contact) {
    RandomStream random = contact.random("discard");
    if (contact.isInbound() && contact.happens(Situation.DISCARDS)) {
      DiscardReason reason = REASONS.get((int) random.below(REASONS.size()));
      contact.begun();
      center
          .calendar()
          .at(
              now + DISCARDED_AFTER.toMillis(),
              at -> {
                discard(at, contact, reason, random);
                contact.finished(at);
              });
    }
  }

  private void discard(long now, Contact contact, DiscardReason reason, RandomStream random) {
    InteractionEvent event = contact.discarded(now, reason);
    Mark discard = new Mark(contact.id(), Moment.DISCARDED, reason.name(), now);
    if (random.chance(TAKEN_BACK)) {
      long later = now + 1 + random.below(TAKEN_BACK_WITHIN);
      revisits.later(later, contact, at -> contact.retract(at, event, discard));
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

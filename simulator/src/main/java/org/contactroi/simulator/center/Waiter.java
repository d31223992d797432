package org.contactroi.simulator.center;

import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.ledger.Visit;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Mode;
import org.jspecify.annotations.Nullable;

/**
 * A contact that waits for an agent. A callback waits too, but nobody is in a queue meanwhile, so
 * nothing is said of it.
 */
final class Waiter extends Chain.Link<Waiter> {

  private final Contact contact;
  private final Line line;
  private final Place place;
  private final String id;
  private final String leg;
  private int offers;
  private @Nullable Offer offer;
  private boolean isOver;

  Waiter(Contact contact, Line line, Place place) {
    this.contact = contact;
    this.line = line;
    this.place = place;
    this.id = contact.newId("visit");
    this.leg = contact.newId("leg");
  }

  /**
   * A place among all who wait.
   *
   * @param number the smaller, the earlier
   * @param entered when the wait began
   * @param isRaised whether the customer has waited before, in another queue or for another agent
   */
  record Place(long number, long entered, boolean isRaised) {}

  Contact contact() {
    return contact;
  }

  Line line() {
    return line;
  }

  Mode mode() {
    return contact.mode();
  }

  Place place() {
    return place;
  }

  /** Id of the leg that follows. */
  String leg() {
    return leg;
  }

  boolean isOver() {
    return isOver;
  }

  /** Returns whether an agent is asked at the moment. */
  boolean isOffered() {
    return offer != null;
  }

  @Nullable Offer offer() {
    return offer;
  }

  void offered(@Nullable Offer to) {
    offer = to;
  }

  /** Returns random numbers of this stay. */
  RandomStream random(String purpose) {
    return contact.random(id + purpose);
  }

  /** Returns the random numbers of the next offer. */
  RandomStream nextOffer() {
    return contact.random(leg, offers++);
  }

  /** Returns random numbers of the offer that began last, for a purpose of their own. */
  RandomStream lastOffer(String purpose) {
    return contact.random(leg + purpose, offers);
  }

  /** Returns whether it is served before another one. */
  boolean isBefore(Waiter other) {
    int urgency = Integer.compare(urgency(), other.urgency());
    return urgency > 0 || (urgency == 0 && place.number() < other.place.number());
  }

  private int urgency() {
    return line.urgency(mode(), place.isRaised());
  }

  void enter() {
    if (contact.isInbound()) {
      int priority = line.queue().priority() + (place.isRaised() ? 1 : 0);
      contact.tell(place.entered(), new QueueEntered(id, line.queue().id(), priority));
    }
  }

  void exit(long now, QueueOutcome outcome) {
    isOver = true;
    if (contact.isInbound()) {
      long entered = place.entered();
      boolean isReported = random("/report").chance(contact.medium().work().reported());
      String queue = line.queue().id();
      contact.ledger().left(new Visit(contact.id(), id, queue, entered, now, outcome, isReported));
      contact.tell(now, new QueueExited(id, outcome, isReported ? now - entered : null));
    }
  }
}

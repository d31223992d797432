package org.contactroi.simulator.synthetic;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.contactroi.events.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Who gets in touch, in the order of time: new contacts, and customers who come back about the same
 * issue, more of them if it was not resolved.
 */
final class Contacts {

  private static final double VOICE_SHARE = 0.6;
  private static final double IDENTIFIED_SHARE = 0.75;
  private static final double KNOWN_CUSTOMER_SHARE = 0.15;
  private static final double BACK_IF_RESOLVED = 0.06;
  private static final double BACK_IF_NOT = 0.5;
  private static final double SOON_SHARE = 0.35;
  private static final double SOON_MEAN_MILLIS = 20 * 60_000.0;
  private static final double LATER_MEAN_MILLIS = 36 * 3_600_000.0;
  private static final long LATEST_MILLIS = 12 * 86_400_000L;
  private static final long EARLIEST_MILLIS = 60_000;

  private record Repeat(long number, Contact contact) {}

  private final Dice dice;
  private final Arrivals arrivals;
  private final long endMillis;
  private final PriorityQueue<Repeat> repeats =
      new PriorityQueue<>(
          Comparator.comparingLong((Repeat repeat) -> repeat.contact().startMillis())
              .thenComparingLong(Repeat::number));
  private long nextArrival;
  private long customers;
  private long repeatNumber;

  Contacts(Scenario scenario, Dice dice) {
    this.dice = dice;
    this.arrivals =
        new Arrivals(dice.split(), scenario.perHour(), scenario.from(), scenario.zone());
    this.endMillis = scenario.endMillis();
    this.nextArrival = arrivals.next();
  }

  /** Returns when the next contact begins, or {@link Long#MAX_VALUE} if none does. */
  long nextMillis() {
    Repeat repeat = repeats.peek();
    long next =
        repeat == null ? nextArrival : Math.min(nextArrival, repeat.contact().startMillis());
    return next < endMillis ? next : Long.MAX_VALUE;
  }

  /** Returns the next contact. */
  Contact next() {
    Repeat repeat = repeats.peek();
    if (repeat != null && repeat.contact().startMillis() <= nextArrival) {
      return repeats.remove().contact();
    }
    Contact contact = new Contact(nextArrival, channel(), Issue.draw(dice), customer(), null);
    nextArrival = arrivals.next();
    return contact;
  }

  private Channel channel() {
    return dice.chance(VOICE_SHARE) ? Channel.VOICE : Channel.CHAT;
  }

  private @Nullable String customer() {
    if (!dice.chance(IDENTIFIED_SHARE)) {
      return null;
    }
    boolean isKnown = customers > 0 && dice.chance(KNOWN_CUSTOMER_SHARE);
    return "customer-" + (isKnown ? dice.below(customers) : customers++);
  }

  /** Lets the customer of a contact that has ended come back, or not. */
  void ended(Contact contact, String interactionId, Story.Told told) {
    if (!dice.chance(told.isResolved() ? BACK_IF_RESOLVED : BACK_IF_NOT)) {
      return;
    }
    double mean = dice.chance(SOON_SHARE) ? SOON_MEAN_MILLIS : LATER_MEAN_MILLIS;
    long delay = Math.min(EARLIEST_MILLIS + dice.exponential(mean), LATEST_MILLIS);
    long start = told.endMillis() + delay;
    if (start < endMillis) {
      Contact again =
          new Contact(start, channel(), contact.issue(), contact.customer(), interactionId);
      repeats.add(new Repeat(repeatNumber++, again));
    }
  }
}

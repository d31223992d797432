package org.contactroi.simulator.center;

import java.time.Duration;
import org.contactroi.events.Author;
import org.contactroi.events.EndedBy;
import org.contactroi.events.PendingOn;
import org.contactroi.simulator.center.Closing.Ending;
import org.contactroi.simulator.random.RandomStream;

/**
 * A contact in writing whose agent has done what could be done waits for somebody else: for hours,
 * or for days. Then an agent says how it went, and ends it.
 */
final class Suspension {

  private static final long SHORT = Duration.ofHours(4).toMillis();
  private static final long LONG = Duration.ofDays(6).toMillis();
  private static final long ANSWERED_WITHIN = Duration.ofMinutes(30).toMillis();
  private static final double ON_CUSTOMER = 0.5;
  private static final double ON_THIRD_PARTY = 0.3;

  private final Center center;
  private final Contact contact;
  private final Ending ending;
  private final RandomStream random;
  private final PendingOn on;

  /**
   * Creates one.
   *
   * @param ending how the contact ends in the end
   */
  Suspension(Center center, Contact contact, Ending ending) {
    this.center = center;
    this.contact = contact;
    this.ending = ending;
    this.random = contact.random("pending", contact.isReopened() ? 1 : 0);
    this.on = on(random.unit());
  }

  private static PendingOn on(double drawn) {
    if (drawn < ON_CUSTOMER) {
      return PendingOn.CUSTOMER;
    }
    return drawn < ON_CUSTOMER + ON_THIRD_PARTY ? PendingOn.THIRD_PARTY : PendingOn.INTERNAL;
  }

  /** Begins; if the simulation is to end meanwhile, it does not end. */
  void begin(long now) {
    contact.pendingStarted(now, on);
    contact.expect();
    contact.finished(now);
    long lasts = 1 + random.below(random.chance(0.5) ? SHORT : LONG);
    center.calendar().at(now + lasts, this::goOn);
  }

  private void goOn(long now) {
    if (center.isOpenAt(now)) {
      contact.begun();
      contact.pendingEnded(now, on);
      if (on == PendingOn.CUSTOMER) {
        contact.message(now, null, Author.CUSTOMER, false);
      }
      center.calendar().at(now + 1 + random.below(ANSWERED_WITHIN), this::end);
    }
    contact.came(now);
  }

  private void end(long now) {
    contact.message(now, null, Author.AGENT, false);
    center.closing().close(now, contact, new Ending(EndedBy.AGENT, ending.how()));
  }
}

package org.contactroi.simulator.center;

import java.time.Duration;
import org.contactroi.events.Author;
import org.contactroi.events.EndedBy;
import org.contactroi.events.ReopenedBy;
import org.contactroi.simulator.center.Closing.Ending;
import org.contactroi.simulator.center.time.Occasion;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Situation;

/** What becomes of contacts after their end: somebody goes back to them, or a timer ends them. */
final class Revisits {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long SOON = Duration.ofMinutes(10).toMillis();
  private static final double ENDED_BY_SYSTEM = 0.5;

  private final Center center;

  Revisits(Center center) {
    this.center = center;
  }

  /** Plans that a timer and nobody else ends a contact, after its gap. */
  boolean planTimer(long now, Contact contact, Ending ending) {
    if (contact.mode() == Mode.CALL || !contact.happens(Situation.TIMED_ENDS)) {
      return false;
    }
    RandomStream random = contact.random("timer", contact.isReopened() ? 1 : 0);
    long gap = gap(contact);
    Ending late = new Ending(EndedBy.TIMEOUT, ending.how());
    later(
        now + gap + 1 + random.below(gap), contact, at -> center.closing().end(at, contact, late));
    return true;
  }

  /** Plans that somebody goes back to a contact; returns whether it is the customer. */
  boolean plan(long now, Contact contact) {
    RandomStream random = contact.random("revisit");
    long gap = gap(contact);
    long any = now + 1 + random.below(2 * gap);
    if (contact.isReopened()) {
      return false;
    }
    if (contact.isServed() && contact.happens(Situation.CUSTOMER_REOPENINGS)) {
      contact.reopened();
      later(any, contact, at -> reopen(at, contact));
      return true;
    }
    if (isWritten(contact) && contact.isServed() && contact.happens(Situation.FOLLOW_UPS)) {
      later(now + gap + 1 + random.below(DAY), contact, at -> followUp(at, contact));
    } else if (contact.isServed() && contact.happens(Situation.AGENT_REOPENINGS)) {
      later(any, contact, at -> reopenByAgent(at, contact));
    } else if (contact.happens(Situation.SYSTEM_REOPENINGS)) {
      boolean isEnded = random.chance(ENDED_BY_SYSTEM);
      later(any, contact, at -> reopenBySystem(at, contact, isEnded));
    }
    return false;
  }

  /** Lets something happen later, unless the simulation is to end before. */
  void later(long time, Contact contact, Occasion occasion) {
    contact.expect();
    center
        .calendar()
        .at(
            time,
            at -> {
              if (center.isOpenAt(at)) {
                occasion.happen(at);
              }
              contact.came(at);
            });
  }

  private long gap(Contact contact) {
    return center.tenant().reporting().policy().silence().gap(contact.medium().channel());
  }

  private static boolean isWritten(Contact contact) {
    return contact.mode() != Mode.CALL;
  }

  private void reopen(long now, Contact contact) {
    contact.begun();
    center.reception().reopen(now, contact);
  }

  private void followUp(long now, Contact contact) {
    contact.message(now, null, Author.AGENT, false);
    endSoon(now, contact, EndedBy.AGENT);
  }

  private void reopenByAgent(long now, Contact contact) {
    contact.goOn(now, ReopenedBy.AGENT);
    if (isWritten(contact)) {
      contact.message(now, null, Author.AGENT, false);
    }
    endSoon(now, contact, EndedBy.AGENT);
  }

  private void reopenBySystem(long now, Contact contact, boolean isEnded) {
    contact.goOn(now, ReopenedBy.SYSTEM);
    if (isWritten(contact)) {
      contact.message(now, null, Author.SYSTEM, true);
    }
    if (isEnded) {
      endSoon(now, contact, EndedBy.SYSTEM);
    }
  }

  private void endSoon(long now, Contact contact, EndedBy by) {
    contact.begun();
    center
        .calendar()
        .at(
            now + SOON,
            at -> {
              center.closing().end(at, contact, new Ending(by, Ending.How.RESOLVED));
              contact.finished(at);
            });
  }
}

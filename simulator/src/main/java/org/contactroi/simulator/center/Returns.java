package org.contactroi.simulator.center;

import org.contactroi.events.Channel;
import org.contactroi.simulator.center.Closing.Ending.How;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Customers;
import org.contactroi.simulator.scenario.Medium;
import org.contactroi.simulator.scenario.Occasional;

/** Customers who come back: most if nobody helped them, a few although somebody did. */
final class Returns {

  private static final long HOUR = 3_600_000;
  private static final int LONGEST_DELAY = 48;

  private final Center center;
  private final Customers.Returns habits;

  Returns(Center center) {
    this.center = center;
    this.habits = center.tenant().customers().returns();
  }

  /** Plans what a customer does after a contact. */
  void plan(long now, Contact contact, How how) {
    RandomStream random = contact.random("return");
    Occasional habit = habit(how);
    boolean goesOn = contact.need().attempt() < habits.attempts();
    if (!random.chance(habit.share()) || !goesOn) {
      return;
    }
    long time = wakingHours(now + 1 + habit.time().drawWhole(random), random);
    if (center.isOpenAt(time)) {
      Need need = contact.need().after(contact.id().interaction());
      Medium medium = medium(contact, random);
      center.calendar().at(time, at -> center.reception().receive(at, need, medium));
    }
  }

  private Occasional habit(How how) {
    return switch (how) {
      case RESOLVED -> habits.resolved();
      case UNRESOLVED -> habits.unresolved();
      case ABANDONED -> habits.abandoned();
      case CALLED_BACK -> Occasional.NEVER;
    };
  }

  private Medium medium(Contact contact, RandomStream random) {
    Channel before = contact.medium().channel();
    Mix<Channel> next = habits.channels().get(before);
    return next == null ? contact.medium() : center.medium(next.pick(random));
  }

  /** Puts a return off, hour by hour, until it is at a time at which others call too. */
  private long wakingHours(long planned, RandomStream random) {
    long time = planned;
    for (int hours = 0; hours < LONGEST_DELAY; hours++) {
      double usual = center.tenant().demand().hours().get(center.clock().hour(time));
      if (random.chance(usual)) {
        break;
      }
      time += HOUR;
    }
    return time;
  }
}

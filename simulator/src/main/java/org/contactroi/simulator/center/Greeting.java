package org.contactroi.simulator.center;

import org.contactroi.events.Author;
import org.contactroi.events.BotReport;
import org.contactroi.events.Confirmation;
import org.contactroi.events.EndedBy;
import org.contactroi.simulator.center.Automation.Meeting;
import org.contactroi.simulator.center.Closing.Ending;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Model;

/** A bot greets whoever opens a window, and this one does nothing. */
final class Greeting {

  private static final long SHORTEST = 120_000;
  private static final long RANGE = 780_000;
  private static final double MADE_BY_MODEL = 0.5;
  private static final double CLOSED_BY_SYSTEM = 0.3;

  private final Center center;
  private final Contact contact;
  private final Meeting meeting;
  private final RandomStream random;
  private final String id;

  Greeting(Center center, Contact contact, Meeting meeting) {
    this.center = center;
    this.contact = contact;
    this.meeting = meeting;
    this.random = contact.random("greeting");
    this.id = contact.newId("bot");
  }

  void begin(long now) {
    contact.legStarted(now, id, meeting.who(), null);
    contact.message(now, id, Author.BOT, true);
    Model model = meeting.version().model();
    if (random.chance(MADE_BY_MODEL) && model != null) {
      contact.use(now, model, random);
    }
    center.calendar().at(now + SHORTEST + random.below(RANGE), at -> end(at, now));
  }

  private void end(long now, long start) {
    EndedBy by = random.chance(CLOSED_BY_SYSTEM) ? EndedBy.SYSTEM : EndedBy.TIMEOUT;
    Leg leg = meeting.who().talked(contact.id(), id, start, now);
    Confirmation none = Confirmation.NONE;
    contact
        .ledger()
        .concluded(new BotVerdict(contact.id(), id, false, false, false, none, false, null));
    contact.legTalked(leg, by, new BotReport(false, false, false, none, 0, null, null));
    center.closing().end(now, contact, new Ending(by, Ending.How.ABANDONED));
    contact.finished(now);
  }
}

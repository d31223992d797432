package org.contactroi.simulator.center;

import java.util.Iterator;
import java.util.List;
import org.contactroi.events.EndedBy;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.simulator.center.Automation.Meeting;
import org.contactroi.simulator.center.BotLeg.How;
import org.contactroi.simulator.center.Closing.Ending;
import org.contactroi.simulator.ledger.Session;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Situation;

/** The bots and menus a customer meets, one after the other until one ends it or none is left. */
final class SelfService {

  private static final double TIMED_OUT = 0.3;

  private final Center center;
  private final Contact contact;
  private final Iterator<Meeting> meetings;
  private long start;

  SelfService(Center center, Contact contact, List<Meeting> meetings) {
    this.center = center;
    this.contact = contact;
    this.meetings = meetings.iterator();
  }

  void begin(long now) {
    start = now;
    if (isLeftAlone()) {
      new Greeting(center, contact, meetings.next()).begin(now);
    } else {
      meetNext(now);
    }
  }

  private boolean isLeftAlone() {
    return contact.mode() == Mode.CHAT && contact.happens(Situation.GREETINGS);
  }

  private void meetNext(long now) {
    Meeting meeting = meetings.next();
    boolean hasOther = meetings.hasNext() || contact.hasAgents();
    boolean isVain = !meetings.hasNext() && contact.happens(Situation.FAILED_HANDOFFS);
    DeadEnd deadEnd = isVain ? new DeadEnd(center, contact) : null;
    BotLeg.Way way = new BotLeg.Way(hasOther, deadEnd);
    new BotLeg(center, contact, meeting, way).begin(now, this::ended);
  }

  private void ended(long now, BotLeg leg) {
    boolean isHandedOff = leg.how() == How.HANDED_OFF;
    if (isHandedOff && meetings.hasNext()) {
      meetNext(now);
      return;
    }
    DeadEnd deadEnd = isHandedOff ? leg.deadEnd() : null;
    boolean goesOn = isHandedOff && deadEnd == null;
    contact
        .ledger()
        .closed(new Session(contact.id(), start, leg.meeting().version().name(), goesOn));
    if (deadEnd != null) {
      deadEnd.begin(now);
    } else if (isHandedOff) {
      Transfers.tell(now, contact, TransferKind.BOT_TO_HUMAN, TransferOutcome.COMPLETED);
      center.reception().queue(now, contact, contact.queue(), false);
    } else {
      center.closing().close(now, contact, new Ending(endedBy(leg), ending(leg)));
    }
  }

  private EndedBy endedBy(BotLeg leg) {
    boolean isSilent = leg.how() == How.LEFT && contact.mode() != Mode.CALL;
    return isSilent && contact.chance("silent", TIMED_OUT) ? EndedBy.TIMEOUT : EndedBy.CUSTOMER;
  }

  private Ending.How ending(BotLeg leg) {
    if (leg.how() == How.CONTAINED) {
      return leg.isRight() ? Ending.How.RESOLVED : Ending.How.UNRESOLVED;
    }
    return contact.hasAgents() ? Ending.How.UNRESOLVED : Ending.How.ABANDONED;
  }
}

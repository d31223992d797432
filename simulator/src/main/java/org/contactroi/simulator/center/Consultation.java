package org.contactroi.simulator.center;

import org.contactroi.events.EndedBy;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.scenario.Mode;

/** A colleague is asked while the customer is on hold. */
final class Consultation {

  private final Contact contact;
  private final Agent colleague;
  private final String id;
  private final long start;

  /** Begins. */
  Consultation(Contact contact, Agent colleague, long now) {
    this.contact = contact;
    this.colleague = colleague;
    this.id = contact.newId("consult");
    this.start = now;
    colleague.take(Mode.CALL);
    colleague.start(now);
    contact.legStarted(now, id, who(), null);
  }

  /** Ends, and the colleague goes back to work. */
  void end(long now) {
    leave(now);
    colleague.stop(now);
  }

  /** Ends, and the colleague talks to the customer. */
  void takeOver(long now, Center center, Line line) {
    leave(now);
    String leg = contact.newId("leg");
    new AgentLeg(center, contact, new AgentLeg.Assignment(colleague, leg, line, 0)).begin(now);
  }

  private void leave(long now) {
    contact.legTalked(who().talked(contact.id(), id, start, now), EndedBy.AGENT, null);
  }

  private Leg.Who who() {
    String grade = colleague.career().grade().id();
    return new Leg.Who(Participant.AGENT, colleague.id(), SegmentRole.CONSULT, grade, null, 1);
  }
}

package org.contactroi.simulator.center;

import org.contactroi.events.EndedBy;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.contactroi.simulator.ledger.Leg;

/** A supervisor listens to an agent's leg from its begin to its end. */
final class Supervision {

  private static final SegmentRole ROLE = SegmentRole.MONITOR;

  private final Contact contact;
  private final String id;
  private final String supervisor;
  private final long start;

  /** Begins. */
  Supervision(Contact contact, String team, long now) {
    this.contact = contact;
    this.id = contact.newId("monitor");
    this.supervisor = team + "-supervisor";
    this.start = now;
    contact.tell(
        now, new SegmentStarted(id, Participant.SUPERVISOR, supervisor, ROLE, null, null, null, 1));
  }

  void end(long now) {
    Leg.Who who = Leg.Who.of(Participant.SUPERVISOR, supervisor, ROLE);
    contact.ledger().settled(who.talked(contact.id(), id, start, now));
    contact.tell(
        now, new SegmentEnded(id, Participant.SUPERVISOR, ROLE, null, EndedBy.AGENT, null, null));
  }
}

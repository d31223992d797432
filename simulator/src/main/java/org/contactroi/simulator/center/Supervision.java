package org.contactroi.simulator.center;

import org.contactroi.events.EndedBy;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.ledger.Leg;

/** A supervisor listens to an agent's leg from its begin to its end. */
final class Supervision {

  private final Contact contact;
  private final String id;
  private final Leg.Who who;
  private final long start;

  /** Begins. */
  Supervision(Contact contact, String team, long now) {
    this.contact = contact;
    this.id = contact.newId("monitor");
    this.who = Leg.Who.of(Participant.SUPERVISOR, team + "-supervisor", SegmentRole.MONITOR);
    this.start = now;
    contact.legStarted(now, id, who, null);
  }

  void end(long now) {
    contact.legTalked(who.talked(contact.id(), id, start, now), EndedBy.AGENT, null);
  }
}

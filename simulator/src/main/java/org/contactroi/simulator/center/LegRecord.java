package org.contactroi.simulator.center;

import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.EndedBy;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.center.AgentLeg.Assignment;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Leg.Parts;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/** What is said of an agent's leg: when it began and ended, and what the time went into. */
final class LegRecord {

  private final Contact contact;
  private final Assignment assignment;
  private long start;
  private long end;
  private long hold;
  private long afterWork;
  private long dial;
  private long contacting;
  private int concurrency;
  private boolean isReported;

  LegRecord(Contact contact, Assignment assignment) {
    this.contact = contact;
    this.assignment = assignment;
  }

  /** Interactions the agent served at the start, this one included. */
  int concurrency() {
    return concurrency;
  }

  /** Returns whether it has lasted at all. */
  boolean hasLasted(long now) {
    return now > start;
  }

  long afterWork() {
    return afterWork;
  }

  void dialed(long dialing, long waiting) {
    dial = dialing;
    contacting = waiting;
  }

  void held(long time) {
    hold += time;
  }

  void start(long now) {
    start = now;
    concurrency = assignment.agent().live();
    contact.legStarted(now, assignment.id(), who(), queue());
  }

  /**
   * The agent leaves the customer.
   *
   * @param work after-contact work to come, ms
   * @param reports whether the source says what it measured
   */
  void end(long now, EndedBy by, long work, boolean reports) {
    end = now;
    isReported = reports;
    afterWork = work;
    contact.tellEnd(
        new Mark(contact.id(), Moment.LEG_ENDED, assignment.id(), now),
        new SegmentEnded(
            assignment.id(),
            Participant.AGENT,
            SegmentRole.PRIMARY,
            queue(),
            by,
            isReported ? reported() : null,
            null));
    if (work > 0) {
      contact.tell(now, new AfterWorkStarted(assignment.id(), null));
    }
  }

  void settle(long now) {
    if (afterWork > 0) {
      contact.tell(now, new AfterWorkEnded(assignment.id(), contact.need().issue().key()));
    }
    contact
        .ledger()
        .settled(
            new Leg(
                contact.id(), assignment.id(), who(), queue(), start, end, parts(), isReported));
  }

  private Leg.Who who() {
    Agent agent = assignment.agent();
    String grade = agent.career().grade().id();
    return new Leg.Who(
        Participant.AGENT, agent.id(), SegmentRole.PRIMARY, grade, null, concurrency);
  }

  private String queue() {
    return assignment.line().queue().id();
  }

  private Parts parts() {
    return new Parts(end - start - hold, hold, afterWork, dial, contacting);
  }

  private ReportedTimes reported() {
    Parts parts = parts();
    @Nullable Long dialed = contact.isInbound() ? null : dial;
    @Nullable Long waited = contact.isInbound() ? null : contacting;
    return new ReportedTimes(
        parts.talk(), parts.hold(), parts.afterWork(), assignment.ring(), dialed, waited, null);
  }
}

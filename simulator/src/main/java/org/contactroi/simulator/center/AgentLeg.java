package org.contactroi.simulator.center;

import org.contactroi.events.EndedBy;
import org.contactroi.events.ResolutionSource;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.simulator.center.Closing.Ending;
import org.contactroi.simulator.center.Closing.Ending.How;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Issue;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Occasional;
import org.contactroi.simulator.scenario.Rollout.Assist;
import org.contactroi.simulator.scenario.Service;
import org.contactroi.simulator.scenario.Situation;
import org.contactroi.simulator.scenario.Staff.Team;
import org.jspecify.annotations.Nullable;

/**
 * An agent works on a contact: from its start to the end of the after-contact work. How the talk
 * goes is the part of a {@link CallTalk} or {@link WrittenTalk}.
 */
final class AgentLeg {

  private static final int MOST_TRANSFERS = 2;

  private final Center center;
  private final Contact contact;
  private final Assignment assignment;
  private final RandomStream random;
  private final LegRecord record;
  private boolean isOver;
  private @Nullable Supervision supervision;

  AgentLeg(Center center, Contact contact, Assignment assignment) {
    this.center = center;
    this.contact = contact;
    this.assignment = assignment;
    this.random = contact.random(assignment.id());
    this.record = new LegRecord(contact, assignment);
  }

  /**
   * Who works on what.
   *
   * @param agent the agent, who has started on it
   * @param id id of the leg
   * @param line the queue it came from
   * @param ring how long it rang, ms
   */
  record Assignment(Agent agent, String id, Line line, long ring) {}

  Contact contact() {
    return contact;
  }

  Agent agent() {
    return assignment.agent();
  }

  String id() {
    return assignment.id();
  }

  Line line() {
    return assignment.line();
  }

  /** Random numbers of this leg. */
  RandomStream random() {
    return random;
  }

  /** Notes how long it took to reach the customer, before the begin. */
  void dialed(long dialing, long waiting) {
    record.dialed(dialing, waiting);
  }

  /** Notes time on hold. */
  void held(long time) {
    record.held(time);
  }

  /** Begins and goes on to the end by itself. */
  void begin(long now) {
    started(now);
    Issue.Effort effort = contact.need().issue().effort();
    Assist assist = center.automation().assist(now, contact, id());
    double talk = effort.talk().draw(random) * pace(now);
    long time = 1 + (long) (talk * (assist == null ? 1 : 1 - assist.shortens()));
    if (assist != null) {
      contact.assisted();
      center.calendar().at(now + time / 2, at -> suggest(at, assist));
    }
    if (random.chance(team().duty().monitored())) {
      supervision = new Supervision(contact, team().id(), now);
    }
    switch (contact.mode()) {
      case CALL -> new CallTalk(center, this).begin(now, time);
      case CHAT, MAIL -> new WrittenTalk(center, this).begin(now, time);
    }
  }

  /** Begins and ends in one moment: the customer did not answer. */
  void miss(long now) {
    started(now);
    end(now, EndedBy.SYSTEM);
    settleNow(now);
  }

  private void started(long now) {
    contact.served();
    contact.begun();
    record.start(now);
  }

  private double pace(long now) {
    double crowd = 1 + team().slowdown() * (record.concurrency() - 1);
    return contact.medium().work().pace() * agent().career().pace(now) * crowd;
  }

  private Team team() {
    return agent().crew().team();
  }

  private void suggest(long now, Assist assist) {
    if (isOver) {
      return;
    }
    RandomStream suggestion = contact.random(id() + "/assist");
    int feature = (int) suggestion.below(assist.features().size());
    contact.suggested(now, assist.features().get(feature), suggestion.chance(assist.accepted()));
    contact.use(now, assist.model(), suggestion);
  }

  /** Decides whether and how the contact is handed over; null for not at all. */
  @Nullable TransferKind transfer() {
    Issue.Transfer transfer = contact.need().issue().effort().transfer();
    boolean isTransferred = random.chance(transfer.share()) && contact.legs() <= MOST_TRANSFERS;
    double kind = random.unit();
    if (!isTransferred) {
      return null;
    }
    if (kind < transfer.blind()) {
      return TransferKind.BLIND;
    }
    return kind < transfer.blind() + transfer.warm() ? TransferKind.CONSULT : TransferKind.QUEUE;
  }

  /** Ends, and the customer waits for those who know better. */
  void handOver(long now, TransferKind kind) {
    Transfers.tell(now, contact, kind, TransferOutcome.COMPLETED);
    end(now, EndedBy.AGENT);
    String queue = contact.need().issue().effort().transfer().queue();
    center.reception().queue(now, contact, queue, true);
    settleNow(now);
  }

  /** Ends, and the contact ends with it. */
  void conclude(long now, EndedBy by) {
    double usual = contact.need().issue().effort().resolved();
    boolean isResolved = random.chance(usual * agent().career().grade().resolves());
    if (isPassedOn(now)) {
      passOn(now);
      return;
    }
    end(now, by);
    flag(now, isResolved);
    Ending ending = new Ending(by, isResolved ? How.RESOLVED : How.UNRESOLVED);
    if (contact.mode() != Mode.CALL && contact.happens(Situation.PENDINGS)) {
      new Suspension(center, contact, ending).begin(now);
    } else {
      center.closing().close(now, contact, ending);
    }
    settleNow(now);
  }

  private boolean isPassedOn(long now) {
    return contact.mode() == Mode.CALL
        && contact.isInbound()
        && center.isOpenAt(now)
        && contact.happens(Situation.ATTENDED_TRANSFERS);
  }

  /** Ends, and the customer goes on under a second id, which is the contact from then on. */
  private void passOn(long now) {
    Transfers.tell(now, contact, TransferKind.CONSULT, TransferOutcome.COMPLETED);
    end(now, EndedBy.AGENT);
    center.closing().end(now, contact, new Ending(EndedBy.AGENT, How.UNRESOLVED));
    String queue = contact.need().issue().effort().transfer().queue();
    center.reception().passOn(now, contact, queue);
    contact.finished(now);
    settleNow(now);
  }

  private void flag(long now, boolean isResolved) {
    Service.Flags flags = center.tenant().service().flags();
    if (random.chance(flags.share())) {
      boolean said = random.chance(flags.right()) == isResolved;
      contact.asserted(now, ResolutionSource.AGENT_FLAG, said);
    }
  }

  /** Ends the talk; the after-contact work may go on. */
  void end(long now, EndedBy by) {
    isOver = true;
    Occasional work = contact.medium().work().afterWork();
    boolean works = random.chance(work.share()) && record.hasLasted(now);
    // Nobody but the source knows of dialing.
    boolean isReported = random.chance(contact.medium().work().reported()) || !contact.isInbound();
    record.end(now, by, works ? work.time().drawWhole(random) : 0, isReported);
    if (supervision != null) {
      supervision.end(now);
    }
    if (record.afterWork() > 0) {
      agent().wrap(now);
      center.calendar().at(now + record.afterWork(), this::settle);
    }
  }

  /** Settles if there is no after-contact work; the customer has gone on by now. */
  void settleNow(long now) {
    if (record.afterWork() == 0) {
      settle(now);
    }
  }

  private void settle(long now) {
    record.settle(now);
    agent().stop(now);
    contact.finished(now);
  }
}

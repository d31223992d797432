package org.contactroi.simulator.center;

import java.util.List;
import org.contactroi.events.Author;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionRelation;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReopenedBy;
import org.contactroi.simulator.center.Automation.Meeting;
import org.contactroi.simulator.center.Closing.Ending;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.scenario.Medium;
import org.contactroi.simulator.scenario.Mode;
import org.jspecify.annotations.Nullable;

/** Where contacts come in and go from bots to queues to agents. */
final class Reception {

  private static final double CONTINUATIONS_SAID = 0.7;
  private static final double CUSTOMERS_SAID = 0.5;

  private final Center center;

  Reception(Center center) {
    this.center = center;
  }

  /** A customer gets in touch about something new. */
  void receive(long now, Need need) {
    Medium medium =
        center.medium(center.channels(need.issue()).pick(need.seed().of("channel").stream()));
    receive(now, need, medium);
  }

  /** A customer gets in touch. */
  void receive(long now, Need need, Medium medium) {
    Contact contact = new Contact(center, need, medium, Direction.INBOUND);
    begin(now, contact);
    center.closing().loyalty().met(now, contact);
    List<Meeting> bots = center.automation().meetings(now, contact);
    if (bots.isEmpty()) {
      writeFirst(now, contact);
      queue(now, contact, contact.queue(), false);
    } else {
      new SelfService(center, contact, bots).begin(now);
    }
  }

  /** A customer who was promised it is called. */
  void callBack(long now, Contact before, Line line) {
    Need need = before.need().after(before.id().interaction());
    Contact contact = new Contact(center, need, before.medium(), Direction.OUTBOUND);
    begin(now, contact);
    center.floor().add(now, new Waiter(contact, line, center.floor().nextPlace(now, true)));
  }

  /** An agent has passed a call on, which goes on under a second id. */
  void passOn(long now, Contact before, String queue) {
    boolean isSaid = before.chance("relation", CONTINUATIONS_SAID);
    InteractionRelation how =
        isSaid ? InteractionRelation.CONTINUATION : InteractionRelation.UNKNOWN;
    Need need = before.need().within(before.id().interaction(), how);
    Contact contact = new Contact(center, need, before.medium(), Direction.INBOUND);
    begin(now, contact);
    queue(now, contact, queue, true);
  }

  private void begin(long now, Contact contact) {
    contact.begun();
    ContactBegun begun = begun(now, contact);
    contact.ledger().began(begun);
    contact.reaches(begun.access().hasAgents());
    contact.begin(now, started(contact, begun));
  }

  private ContactBegun begun(long now, Contact contact) {
    Need need = contact.need();
    String arm = center.automation().arm(now, need.person());
    return new ContactBegun(
        contact.id(),
        now,
        new ContactBegun.Medium(contact.medium().channel(), contact.direction()),
        new ContactBegun.Customer(need.person().number(), contact.customerKey(), arm),
        new ContactBegun.Reason(
            need.issue().key(),
            statedIssue(contact),
            need.attempt(),
            need.previous(),
            need.relation()),
        access(now, contact),
        need.person().attributes(),
        contact.isTest());
  }

  private ContactBegun.Access access(long now, Contact contact) {
    Line line = center.floor().line(contact.queue());
    boolean hasAgents = contact.mode() == Mode.MAIL || center.floor().isOpen(line, now);
    boolean hasBot = center.automation().couldMeet(contact);
    return new ContactBegun.Access(line.queue().id(), hasBot, hasAgents);
  }

  private static @Nullable String statedIssue(Contact contact) {
    boolean isKnown = contact.chance("issue-known", contact.medium().intake().issueKnown());
    return isKnown ? contact.need().issue().key() : null;
  }

  private static InteractionStarted started(Contact contact, ContactBegun begun) {
    return new InteractionStarted(
        begun.medium().channel(),
        contact.medium().intake().detail(),
        begun.medium().direction(),
        begun.customer().key(),
        begun.access().queue(),
        begun.reason().statedIssue(),
        contact.need().person().locale(),
        null,
        begun.customer().arm(),
        begun.reason().previous(),
        begun.access().hasBot(),
        begun.access().hasAgents(),
        begun.reason().relation());
  }

  private static void writeFirst(long now, Contact contact) {
    if (contact.mode() != Mode.CALL) {
      contact.message(now, null, Author.CUSTOMER, false);
    }
  }

  /**
   * A customer goes to a queue.
   *
   * @param isRaised whether the customer has waited before
   */
  void queue(long now, Contact contact, String queue, boolean isRaised) {
    Floor floor = center.floor();
    Line line = floor.line(queue);
    Waiter waiter = new Waiter(contact, line, floor.nextPlace(now, isRaised));
    waiter.enter();
    if (contact.mode() != Mode.MAIL && !floor.isOpen(line, now)) {
      waiter.exit(now, QueueOutcome.NO_AGENTS);
      center.closing().close(now, contact, new Ending(EndedBy.SYSTEM, Ending.How.ABANDONED));
      return;
    }
    floor.add(now, waiter);
    if (!waiter.isOver()) {
      new Patience(center, waiter).plan(now);
    }
  }

  /** An agent took a contact. */
  void answered(long now, Waiter waiter, Offer.Acceptance by) {
    Contact contact = waiter.contact();
    by.agent().start(now);
    AgentLeg leg =
        new AgentLeg(
            center,
            contact,
            new AgentLeg.Assignment(by.agent(), waiter.leg(), waiter.line(), by.ring()));
    if (contact.isInbound()) {
      leg.begin(now);
    } else {
      new Dialing(center, leg).begin(now);
    }
  }

  /** A customer gets in touch again after the end, as the same contact. */
  void reopen(long now, Contact contact) {
    boolean isSaid = contact.chance("reopener", CUSTOMERS_SAID);
    contact.goOn(now, isSaid ? ReopenedBy.CUSTOMER : ReopenedBy.UNKNOWN);
    writeFirst(now, contact);
    queue(now, contact, contact.queue(), true);
  }
}

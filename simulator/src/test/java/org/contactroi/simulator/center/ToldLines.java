package org.contactroi.simulator.center;

import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.ledger.Assertion;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.ModelUse;
import org.contactroi.simulator.ledger.Pending;
import org.contactroi.simulator.ledger.Sale;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.contactroi.simulator.ledger.Visit;
import org.jspecify.annotations.Nullable;

/** What a ledger is told, in lines. */
final class ToldLines implements Ledger {

  private final Lines lines = new Lines();
  private long lastMoment = Long.MIN_VALUE;

  Lines lines() {
    return lines;
  }

  private void note(long moment, ContactId contact, @Nullable Object... what) {
    if (moment < lastMoment) {
      throw new AssertionError("told of " + moment + " after " + lastMoment);
    }
    lastMoment = moment;
    lines.add(contact.interaction(), what);
  }

  @Override
  public void began(ContactBegun it) {
    ContactBegun.Customer customer = it.customer();
    ContactBegun.Access access = it.access();
    note(it.at(), it.contact(), "began", it.at(), it.medium().channel(), it.medium().direction());
    note(it.at(), it.contact(), "customer", customer.key(), customer.arm(), it.attributes());
    ContactBegun.Reason reason = it.reason();
    note(
        it.at(),
        it.contact(),
        "reason",
        reason.statedIssue(),
        reason.previous(),
        reason.relation());
    note(it.at(), it.contact(), "access", access.queue(), access.hasBot(), access.hasAgents());
    note(it.at(), it.contact(), "test", it.isTest());
  }

  @Override
  public void ended(ContactEnded it) {
    note(it.at(), it.contact(), "ended", it.at(), it.endedBy());
  }

  @Override
  public void reopened(ContactReopened it) {
    note(it.at(), it.contact(), "reopened", it.at(), it.by());
  }

  @Override
  public void pendingStarted(Pending it) {
    note(it.at(), it.contact(), "pending", it.at(), it.on());
  }

  @Override
  public void pendingEnded(Pending it) {
    note(it.at(), it.contact(), "pending no more", it.at(), it.on());
  }

  @Override
  public void left(Visit it) {
    note(it.exited(), it.contact(), it.id(), it.queue(), it.entered(), it.exited(), it.outcome());
  }

  @Override
  public void settled(Leg it) {
    note(it.settled(), it.contact(), it.id(), it.who(), it.queue(), it.start(), it.end());
    note(it.settled(), it.contact(), it.id(), it.parts());
  }

  @Override
  public void sent(Message it) {
    note(it.at(), it.contact(), "message", it.at(), it.segment(), it.author(), it.isAutomatic());
  }

  @Override
  public void used(ModelUse it) {
    note(it.at(), it.contact(), it.resource(), it.inputTokens(), it.outputTokens(), it.audio());
  }

  @Override
  public void asserted(Assertion it) {
    note(it.at(), it.contact(), it.source(), it.isResolved(), it.issue());
  }

  @Override
  public void answered(SurveyAnswer it) {
    note(it.at(), it.contact(), it.id(), it.at(), it.kind(), it.score());
  }

  @Override
  public void sold(Sale it) {
    note(it.at(), it.contact(), it.order(), it.at(), it.kind(), it.price(), it.attribution());
  }

  @Override
  public void entered(AgentState it) {
    note(it.at(), new ContactId(it.tenant(), it.agent()), it.at(), it.team(), it.state());
  }
}

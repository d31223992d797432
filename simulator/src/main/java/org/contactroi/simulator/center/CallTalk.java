package org.contactroi.simulator.center;

import org.contactroi.events.EndedBy;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.simulator.center.Transfers.Requested;
import org.contactroi.simulator.ledger.Hold;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Issue.Effort;
import org.contactroi.simulator.scenario.Occasional;
import org.jspecify.annotations.Nullable;

/** A call: talking, perhaps a hold, perhaps a colleague who is asked or takes over. */
final class CallTalk {

  private static final double BEFORE_HOLD = 0.4;
  private static final double CUSTOMER_HANGS_UP = 0.7;

  private final Center center;
  private final AgentLeg leg;
  private final Contact contact;
  private final Effort effort;
  private final @Nullable TransferKind transfer;
  private final boolean isAsking;
  private final boolean isHolding;
  private long rest;
  private @Nullable Requested request;
  private @Nullable Consultation consultation;

  CallTalk(Center center, AgentLeg leg) {
    this.center = center;
    this.leg = leg;
    this.contact = leg.contact();
    this.effort = contact.need().issue().effort();
    RandomStream random = leg.random();
    this.transfer = leg.transfer();
    this.isAsking = random.chance(effort.consult().share()) || transfer == TransferKind.CONSULT;
    this.isHolding = random.chance(contact.medium().work().hold().share());
  }

  /**
   * Begins.
   *
   * @param time length of the talk without hold, ms
   */
  void begin(long now, long time) {
    if (isAsking || isHolding) {
      long first = (long) (BEFORE_HOLD * time);
      rest = time - first;
      center.calendar().at(now + first, this::interrupt);
    } else {
      center.calendar().at(now + time, this::finish);
    }
  }

  private void interrupt(long now) {
    Agent colleague =
        isAsking ? center.floor().colleague(center.floor().line(effort.transfer().queue())) : null;
    if (transfer == TransferKind.CONSULT) {
      request = Transfers.request(now, contact, TransferKind.CONSULT);
    }
    if (colleague != null) {
      consultation = new Consultation(contact, colleague, now);
      hold(now, effort.consult());
    } else if (isHolding) {
      hold(now, contact.medium().work().hold());
    } else {
      talkOn(now);
    }
  }

  private void hold(long now, Occasional cause) {
    contact.tell(now, new HoldStarted(leg.id()));
    long length = 1 + cause.time().drawWhole(leg.random());
    center.calendar().at(now + length, at -> resume(at, length));
  }

  private void resume(long now, long held) {
    contact.ledger().held(new Hold(contact.id(), leg.id(), now - held, now));
    contact.tell(now, new HoldEnded(leg.id()));
    leg.held(held);
    if (consultation != null && request != null) {
      pass(now, consultation, request);
    } else {
      if (consultation != null) {
        consultation.end(now);
      }
      talkOn(now);
    }
  }

  /** The colleague takes over. */
  private void pass(long now, Consultation to, Requested requested) {
    Transfers.close(now, contact, requested, TransferOutcome.COMPLETED);
    leg.end(now, EndedBy.AGENT);
    to.takeOver(now, center, leg.line());
    leg.settleNow(now);
  }

  /** Nobody took over, if somebody was to. */
  private void talkOn(long now) {
    if (request != null) {
      Transfers.close(now, contact, request, TransferOutcome.FAILED);
    }
    center.calendar().at(now + rest, this::finish);
  }

  private void finish(long now) {
    if (transfer != null && transfer != TransferKind.CONSULT) {
      leg.handOver(now, transfer);
    } else {
      boolean byCustomer = leg.random().chance(CUSTOMER_HANGS_UP);
      leg.conclude(now, byCustomer ? EndedBy.CUSTOMER : EndedBy.AGENT);
    }
  }
}

package org.contactroi.simulator.center;

import org.contactroi.events.Author;
import org.contactroi.events.EndedBy;
import org.contactroi.events.TransferKind;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Mode;
import org.jspecify.annotations.Nullable;

/** A chat, in which agent and customer write in turn, or a letter, which is answered at the end. */
final class WrittenTalk {

  private static final long FIRST_REPLY = 12_000;
  private static final double CUSTOMER_LEAVES = 0.6;

  private final Center center;
  private final AgentLeg leg;
  private final Contact contact;
  private final RandomStream rhythm;
  private final @Nullable TransferKind transfer;
  private Author next = Author.AGENT;
  private long end;

  WrittenTalk(Center center, AgentLeg leg) {
    this.center = center;
    this.leg = leg;
    this.contact = leg.contact();
    this.rhythm = contact.random(leg.id() + "/rhythm");
    this.transfer = leg.transfer();
  }

  /**
   * Begins.
   *
   * @param time how long it takes, ms
   */
  void begin(long now, long time) {
    end = now + time;
    if (contact.mode() == Mode.CHAT) {
      planMessage(now + 1 + rhythm.below(FIRST_REPLY));
    }
    center.calendar().at(end, this::finish);
  }

  private void planMessage(long time) {
    if (time < end) {
      center.calendar().at(time, this::write);
    }
  }

  private void write(long now) {
    contact.message(now, leg.id(), next, false);
    next = next == Author.AGENT ? Author.CUSTOMER : Author.AGENT;
    planMessage(now + 1 + contact.medium().work().messageGap().drawWhole(rhythm));
  }

  private void finish(long now) {
    if (transfer != null) {
      leg.handOver(now, transfer == TransferKind.CONSULT ? TransferKind.QUEUE : transfer);
    } else if (contact.mode() == Mode.MAIL) {
      contact.message(now, leg.id(), Author.AGENT, false);
      leg.conclude(now, EndedBy.AGENT);
    } else {
      boolean byCustomer = leg.random().chance(CUSTOMER_LEAVES);
      leg.conclude(now, byCustomer ? EndedBy.CUSTOMER : EndedBy.AGENT);
    }
  }
}

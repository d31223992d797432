package org.contactroi.simulator.center;

import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.OfferOutcome;
import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.ledger.AgentOffer;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Medium.Waiting;

/** An agent is asked to take a contact: it rings until the agent answers, or the customer goes. */
final class Offer {

  private static final long SHORTEST_AWAY = 15_000;
  private static final long AWAY_RANGE = 45_000;

  private final Center center;
  private final Waiter waiter;
  private final Agent agent;
  private final RandomStream random;
  private final boolean isRefused;
  private long begun;
  private boolean isClosed;

  Offer(Center center, Waiter waiter, Agent agent) {
    this.center = center;
    this.waiter = waiter;
    this.agent = agent;
    this.random = waiter.nextOffer();
    this.isRefused = random.chance(waiting().refused());
  }

  private Waiting waiting() {
    return waiter.contact().medium().waiting();
  }

  void begin(long now) {
    begun = now;
    agent.take(waiter.mode());
    waiter.offered(this);
    if (waiter.contact().isInbound()) {
      waiter.contact().tell(now, new AgentOffered(waiter.leg(), agent.id()));
    }
    long ring = waiting().ring().drawWhole(random);
    if (ring == 0) {
      answer(now);
    } else {
      center.calendar().at(now + ring, this::answer);
    }
  }

  private void answer(long now) {
    if (isClosed) {
      return;
    }
    if (isRefused) {
      refuse(now);
    } else {
      close(now, OfferOutcome.ACCEPTED);
      waiter.exit(now, QueueOutcome.ANSWERED);
      center.reception().answered(now, waiter, new Acceptance(agent, now - begun));
    }
  }

  /**
   * An agent took a contact.
   *
   * @param ring how long it rang, ms
   */
  record Acceptance(Agent agent, long ring) {}

  private void refuse(long now) {
    close(now, OfferOutcome.REJECTED);
    agent.refuse(now, now + SHORTEST_AWAY + random.below(AWAY_RANGE));
    center.floor().add(now, waiter);
  }

  /** The customer goes while it rings. */
  void cancel(long now) {
    close(now, OfferOutcome.CANCELED);
    agent.drop(now);
  }

  private void close(long now, OfferOutcome outcome) {
    isClosed = true;
    waiter.offered(null);
    if (waiter.contact().isInbound()) {
      Contact contact = waiter.contact();
      contact.ledger().offered(new AgentOffer(contact.id(), waiter.leg(), begun, now));
      contact.tell(now, new AgentOfferClosed(waiter.leg(), agent.id(), outcome));
    }
  }
}

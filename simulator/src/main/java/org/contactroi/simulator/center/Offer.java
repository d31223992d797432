package org.contactroi.simulator.center;

import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.OfferOutcome;
import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.ledger.AgentOffer;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Medium.Waiting;
import org.contactroi.simulator.scenario.Situation;
import org.jspecify.annotations.Nullable;

/** An agent is asked to take a contact: it rings until the agent answers, or the customer goes. */
final class Offer {

  private static final long SHORTEST_AWAY = 15_000;
  private static final long AWAY_RANGE = 45_000;
  private static final long RINGS_IN_VAIN = 20_000;
  private static final double TIMED_OUT = 0.6;
  private static final double REJECTED = 0.2;

  private final Center center;
  private final Waiter waiter;
  private final Agent agent;
  private final RandomStream random;
  private final @Nullable OfferOutcome refusal;
  private long begun;
  private boolean isClosed;

  Offer(Center center, Waiter waiter, Agent agent) {
    this.center = center;
    this.waiter = waiter;
    this.agent = agent;
    this.random = waiter.nextOffer();
    this.refusal = refusal();
  }

  /** Decides why the agent does not take it; null if the agent does. */
  private @Nullable OfferOutcome refusal() {
    boolean isRefused = random.chance(waiting().refused());
    double unanswered = center.tenant().situations().share(Situation.UNANSWERED_OFFERS);
    RandomStream unusual = waiter.lastOffer("/unanswered");
    if (!unusual.chance(unanswered)) {
      return isRefused ? OfferOutcome.REJECTED : null;
    }
    double drawn = unusual.unit();
    if (drawn < TIMED_OUT) {
      return OfferOutcome.TIMEOUT;
    }
    return drawn < TIMED_OUT + REJECTED ? OfferOutcome.REJECTED : OfferOutcome.RESCINDED;
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
    long ring =
        waiting().ring().drawWhole(random) + (refusal == OfferOutcome.TIMEOUT ? RINGS_IN_VAIN : 0);
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
    if (refusal != null) {
      refuse(now, refusal);
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

  private void refuse(long now, OfferOutcome outcome) {
    close(now, outcome);
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
      contact
          .ledger()
          .offered(new AgentOffer(contact.id(), waiter.leg(), agent.id(), begun, now, outcome));
      contact.tell(now, new AgentOfferClosed(waiter.leg(), agent.id(), outcome));
    }
  }
}

package org.contactroi.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.CustomerStatusChanged;
import org.contactroi.simulator.Damage;
import org.contactroi.simulator.ledger.AgentAnswer;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.ledger.CustomerChange;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Fault;

/** What befalls the events of agents and customers. */
final class OtherFaults {

  private static final long AHEAD = Duration.ofHours(2).toMillis();

  private final Odds odds;
  private final Journey journey;
  private final Ledger ledger;

  OtherFaults(Odds odds, Journey journey, Ledger ledger) {
    this.odds = odds;
    this.journey = journey;
    this.ledger = ledger;
  }

  /** Sends an event, or what becomes of it. */
  void send(SpecificRecord event, long now, RandomStream random) {
    Fault fault = odds.ofContent(random);
    if (fault == null) {
      journey.send(event, now, random);
      return;
    }
    if (event instanceof AgentEvent of && of.getPayload() instanceof AgentStateChanged state) {
      ledger.unseen(state(of, state));
    }
    if (event instanceof AgentEvent of && of.getPayload() instanceof AgentSurveyAnswered answer) {
      ledger.unseen(answer(of, answer));
    }
    if (event instanceof CustomerEvent of
        && of.getPayload() instanceof CustomerStatusChanged status) {
      ledger.unseen(change(of, status));
    }
    switch (fault) {
      case FUTURE_STAMPS -> journey.sendAtOnce(ahead(event, Instant.ofEpochMilli(now + AHEAD)));
      case CORRUPT_BYTES -> journey.sendDamaged(event, Damage.CUT_OFF);
      default -> journey.sendDamaged(event, Damage.UNKNOWN_SCHEMA);
    }
  }

  private static SpecificRecord ahead(SpecificRecord event, Instant time) {
    return event instanceof AgentEvent of
        ? AgentEvent.newBuilder(of).setOccurredAt(time).build()
        : CustomerEvent.newBuilder((CustomerEvent) event).setOccurredAt(time).build();
  }

  private static CustomerChange change(CustomerEvent event, CustomerStatusChanged it) {
    return new CustomerChange(
        event.getTenantId(),
        it.getCustomerKey(),
        event.getOccurredAt().toEpochMilli(),
        it.getStatus());
  }

  private static AgentAnswer answer(AgentEvent event, AgentSurveyAnswered it) {
    return new AgentAnswer(
        event.getTenantId(),
        it.getAgentId(),
        it.getSurveyId(),
        event.getOccurredAt().toEpochMilli(),
        new SurveyAnswer.Score(it.getScore(), it.getScaleMin(), it.getScaleMax()));
  }

  private static AgentState state(AgentEvent event, AgentStateChanged it) {
    return new AgentState(
        event.getTenantId(),
        it.getAgentId(),
        Objects.requireNonNull(it.getTeam()),
        event.getOccurredAt().toEpochMilli(),
        new AgentState.State(it.getState(), it.getRoutable(), it.getProductive(), it.getPaid()));
  }
}

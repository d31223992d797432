package org.contactroi.simulator.center;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.PendingStarted;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.ledger.Sale;
import org.contactroi.simulator.ledger.SurveyAnswer;

/** What events without faults say, in the lines of {@link ToldLines}. */
final class SeenLines {

  private final Lines lines = new Lines();
  private final Map<String, SeenStays> interactions = new LinkedHashMap<>();

  void see(SpecificRecord event) {
    if (event instanceof InteractionEvent of) {
      String id = of.getInteractionId();
      interactions.computeIfAbsent(id, unseen -> new SeenStays(lines, id)).see(of);
      see(of, of.getOccurredAt().toEpochMilli());
    } else if (event instanceof AgentEvent of
        && of.getPayload() instanceof AgentStateChanged state) {
      lines.add(
          state.getAgentId(),
          of.getOccurredAt().toEpochMilli(),
          Objects.requireNonNull(state.getTeam()),
          new AgentState.State(
              state.getState(), state.getRoutable(), state.getProductive(), state.getPaid()));
    }
  }

  /** Returns the lines when all events have been seen. */
  Lines lines() {
    interactions.values().forEach(SeenStays::end);
    return lines;
  }

  private void see(InteractionEvent event, long at) {
    String id = event.getInteractionId();
    Object payload = event.getPayload();
    if (payload instanceof InteractionStarted of) {
      see(event, of, at);
    } else if (payload instanceof InteractionEnded of) {
      lines.add(id, "ended", at, of.getEndedBy());
    } else if (payload instanceof InteractionReopened of) {
      lines.add(id, "reopened", at, of.getBy());
    } else if (payload instanceof PendingStarted of) {
      lines.add(id, "pending", at, of.getOn());
    } else if (payload instanceof PendingEnded of) {
      lines.add(id, "pending no more", at, of.getOn());
    } else if (payload instanceof MessageSent of) {
      lines.add(id, "message", at, of.getSegmentId(), of.getAuthor(), of.getIsAutomatic());
    } else if (payload instanceof AiUsageRecorded of) {
      lines.add(id, of.getResource(), of.getInputTokens(), of.getOutputTokens(), of.getAudioMs());
    } else if (payload instanceof ResolutionAsserted of) {
      lines.add(id, of.getSource(), of.getResolved(), of.getIssueKey());
    } else if (payload instanceof SurveyAnswered of) {
      lines.add(id, of.getSurveyId(), at, of.getKind(), score(of));
    } else if (payload instanceof SaleRecorded of) {
      lines.add(id, of.getOrderId(), at, of.getKind(), price(of), of.getAttribution());
    }
  }

  private void see(InteractionEvent event, InteractionStarted it, long at) {
    String id = event.getInteractionId();
    lines.add(id, "began", at, it.getChannel(), it.getDirection());
    lines.add(id, "customer", it.getCustomerKey(), it.getExperimentArm(), event.getAttributes());
    lines.add(id, "reason", it.getIssueKey(), it.getPreviousInteractionId(), it.getRelation());
    lines.add(id, "access", it.getQueueId(), it.getEligibleForBot(), it.getEligibleForHandoff());
    lines.add(id, "test", event.getIsTest());
  }

  private static SurveyAnswer.Score score(SurveyAnswered of) {
    return new SurveyAnswer.Score(of.getScore(), of.getScaleMin(), of.getScaleMax());
  }

  private static Sale.Price price(SaleRecorded of) {
    return new Sale.Price(of.getAmountMicros(), of.getCurrency(), of.getMarginBp());
  }
}

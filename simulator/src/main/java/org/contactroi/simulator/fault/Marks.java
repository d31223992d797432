package org.contactroi.simulator.fault;

import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.AssistUsed;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.PendingStarted;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyOffered;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferRequested;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Moment;

/** Says of which moment an event of a simulation tells. */
final class Marks {

  private static final Map<Class<?>, Moment> MOMENTS =
      Map.ofEntries(
          Map.entry(InteractionStarted.class, Moment.BEGUN),
          Map.entry(InteractionEnded.class, Moment.ENDED),
          Map.entry(InteractionReopened.class, Moment.REOPENED),
          Map.entry(QueueEntered.class, Moment.VISIT_ENTERED),
          Map.entry(QueueExited.class, Moment.VISIT_LEFT),
          Map.entry(AgentOffered.class, Moment.OFFERED),
          Map.entry(AgentOfferClosed.class, Moment.OFFER_CLOSED),
          Map.entry(SegmentStarted.class, Moment.LEG_STARTED),
          Map.entry(SegmentEnded.class, Moment.LEG_ENDED),
          Map.entry(HoldStarted.class, Moment.HOLD_STARTED),
          Map.entry(HoldEnded.class, Moment.HOLD_ENDED),
          Map.entry(AfterWorkStarted.class, Moment.AFTER_WORK_STARTED),
          Map.entry(AfterWorkEnded.class, Moment.AFTER_WORK_ENDED),
          Map.entry(TransferRequested.class, Moment.TRANSFER_REQUESTED),
          Map.entry(TransferClosed.class, Moment.TRANSFER_CLOSED),
          Map.entry(PendingStarted.class, Moment.PENDING_STARTED),
          Map.entry(PendingEnded.class, Moment.PENDING_ENDED),
          Map.entry(MessageSent.class, Moment.MESSAGE),
          Map.entry(AssistUsed.class, Moment.SUGGESTION),
          Map.entry(AiUsageRecorded.class, Moment.MODEL_USE),
          Map.entry(ResolutionAsserted.class, Moment.ASSERTION),
          Map.entry(SurveyOffered.class, Moment.SURVEY_OFFERED),
          Map.entry(SurveyAnswered.class, Moment.SURVEY_ANSWERED),
          Map.entry(SaleRecorded.class, Moment.SALE),
          Map.entry(InteractionDiscarded.class, Moment.DISCARDED));

  private Marks() {}

  /**
   * Returns the kind of moment an event tells of.
   *
   * @throws IllegalArgumentException if it is of none that a simulation has
   */
  static Moment moment(InteractionEvent event) {
    Moment moment = MOMENTS.get(event.getPayload().getClass());
    if (moment == null) {
      throw new IllegalArgumentException(event.getPayload().getClass() + " tells of no moment");
    }
    return moment;
  }

  /** Returns the moment an event tells of. */
  static Mark of(InteractionEvent event) {
    return new Mark(
        contact(event),
        moment(event),
        name((SpecificRecordBase) event.getPayload(), moment(event)),
        event.getOccurredAt().toEpochMilli());
  }

  static ContactId contact(InteractionEvent event) {
    return new ContactId(event.getTenantId(), event.getInteractionId());
  }

  private static String name(SpecificRecordBase payload, Moment moment) {
    return switch (moment) {
      case BEGUN, ENDED, REOPENED -> "";
      case VISIT_ENTERED, VISIT_LEFT -> field(payload, "visit_id");
      case OFFERED, OFFER_CLOSED ->
          Mark.offer(field(payload, "segment_id"), field(payload, "agent_id"));
      case LEG_STARTED, LEG_ENDED -> field(payload, "segment_id");
      case HOLD_STARTED, HOLD_ENDED -> field(payload, "segment_id");
      case AFTER_WORK_STARTED, AFTER_WORK_ENDED -> field(payload, "segment_id");
      case TRANSFER_REQUESTED, TRANSFER_CLOSED -> field(payload, "transfer_id");
      case PENDING_STARTED, PENDING_ENDED -> field(payload, "on");
      case SURVEY_OFFERED, SURVEY_ANSWERED -> field(payload, "survey_id");
      case SUGGESTION -> field(payload, "feature");
      case ASSERTION -> field(payload, "source");
      case DISCARDED -> field(payload, "reason");
      case SALE -> field(payload, "order_id") + "/" + field(payload, "kind");
      case MESSAGE -> name((MessageSent) payload);
      case MODEL_USE -> name((AiUsageRecorded) payload);
    };
  }

  private static String name(MessageSent sent) {
    return Mark.message(sent.getSegmentId(), sent.getAuthor(), sent.getIsAutomatic());
  }

  private static String name(AiUsageRecorded use) {
    return Mark.use(use.getResource(), use.getInputTokens(), use.getOutputTokens());
  }

  private static String field(SpecificRecordBase payload, String name) {
    return payload.get(name).toString();
  }
}

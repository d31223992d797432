package org.contactroi.topology.intake;

import java.util.Map;
import java.util.function.Function;
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
import org.contactroi.events.InteractionRelation;
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
import org.contactroi.interaction.event.Attribution;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.BotReport;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Confirmation;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.interaction.event.EndedBy;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.OfferOutcome;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.PendingOn;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.event.ReopenedBy;
import org.contactroi.interaction.event.ReportedTimes;
import org.contactroi.interaction.event.ResolutionSource;
import org.contactroi.interaction.event.Role;
import org.contactroi.interaction.event.SaleKind;
import org.contactroi.interaction.event.SurveyKind;
import org.contactroi.interaction.event.TransferKind;
import org.contactroi.interaction.event.TransferOutcome;
import org.jspecify.annotations.Nullable;

/** Turns an accepted event of the contract into one of the domain. */
public final class EventMapping {

  private static final Map<Class<?>, Function<Object, Payload>> PAYLOADS =
      Map.ofEntries(
          mapping(InteractionStarted.class, EventMapping::started),
          mapping(
              InteractionEnded.class, e -> new Payload.Ended(same(EndedBy.class, e.getEndedBy()))),
          mapping(
              PendingStarted.class,
              e -> new Payload.PendingStarted(same(PendingOn.class, e.getOn()))),
          mapping(
              PendingEnded.class, e -> new Payload.PendingEnded(same(PendingOn.class, e.getOn()))),
          mapping(InteractionReopened.class, EventMapping::reopened),
          mapping(InteractionDiscarded.class, EventMapping::discarded),
          mapping(
              QueueEntered.class, e -> new Payload.QueueEntered(e.getVisitId(), e.getQueueId())),
          mapping(
              QueueExited.class,
              e ->
                  new Payload.QueueExited(
                      e.getVisitId(),
                      same(QueueOutcome.class, e.getOutcome()),
                      e.getWaitMsReported())),
          mapping(
              AgentOffered.class, e -> new Payload.AgentOffered(e.getSegmentId(), e.getAgentId())),
          mapping(
              AgentOfferClosed.class,
              e ->
                  new Payload.AgentOfferClosed(
                      e.getSegmentId(), e.getAgentId(), same(OfferOutcome.class, e.getOutcome()))),
          mapping(SegmentStarted.class, EventMapping::segmentStarted),
          mapping(SegmentEnded.class, EventMapping::segmentEnded),
          mapping(HoldStarted.class, e -> new Payload.HoldStarted(e.getSegmentId())),
          mapping(HoldEnded.class, e -> new Payload.HoldEnded(e.getSegmentId())),
          mapping(AfterWorkStarted.class, e -> new Payload.AfterWorkStarted(e.getSegmentId())),
          mapping(AfterWorkEnded.class, e -> new Payload.AfterWorkEnded(e.getSegmentId())),
          mapping(
              TransferRequested.class,
              e ->
                  new Payload.TransferRequested(
                      e.getTransferId(), same(TransferKind.class, e.getKind()))),
          mapping(
              TransferClosed.class,
              e ->
                  new Payload.TransferClosed(
                      e.getTransferId(),
                      same(TransferKind.class, e.getKind()),
                      same(TransferOutcome.class, e.getOutcome()))),
          mapping(
              MessageSent.class,
              e ->
                  new Payload.MessageSent(
                      e.getSegmentId(),
                      same(Author.class, e.getAuthor()),
                      e.getIsPublic(),
                      e.getIsAutomatic())),
          mapping(
              AiUsageRecorded.class,
              e ->
                  new Payload.AiUsageRecorded(
                      e.getResource(), e.getInputTokens(), e.getOutputTokens(), e.getAudioMs())),
          mapping(AssistUsed.class, e -> new Payload.AssistUsed(e.getFeature(), e.getAccepted())),
          mapping(
              ResolutionAsserted.class,
              e ->
                  new Payload.ResolutionAsserted(
                      same(ResolutionSource.class, e.getSource()),
                      e.getResolved(),
                      e.getIssueKey())),
          mapping(
              SurveyOffered.class,
              e -> new Payload.SurveyOffered(e.getSurveyId(), same(SurveyKind.class, e.getKind()))),
          mapping(SurveyAnswered.class, EventMapping::surveyAnswered),
          mapping(SaleRecorded.class, EventMapping::saleRecorded));

  private EventMapping() {}

  public static Event map(InteractionEvent event) {
    Function<Object, Payload> payload = PAYLOADS.get(event.getPayload().getClass());
    if (payload == null) {
      throw new IllegalStateException("no mapping of " + event.getPayload().getClass());
    }
    return new Event(
        event.getEventId(),
        event.getOccurredAt().toEpochMilli(),
        event.getSourceSystem(),
        event.getSourceSeq(),
        event.getRetracted(),
        event.getIsTest(),
        event.getAttributes(),
        payload.apply(event.getPayload()));
  }

  private static <T> Map.Entry<Class<?>, Function<Object, Payload>> mapping(
      Class<T> contract, Function<T, Payload> mapping) {
    return Map.entry(contract, payload -> mapping.apply(contract.cast(payload)));
  }

  private static <E extends Enum<E>> E same(Class<E> domain, Enum<?> contract) {
    return Enum.valueOf(domain, contract.name());
  }

  private static <E extends Enum<E>> @Nullable E sameOrNull(
      Class<E> domain, @Nullable Enum<?> contract) {
    return contract == null ? null : same(domain, contract);
  }

  private static Payload started(InteractionStarted event) {
    return new Payload.Started(
        same(Channel.class, event.getChannel()),
        same(Direction.class, event.getDirection()),
        event.getCustomerKey(),
        event.getQueueId(),
        event.getIssueKey(),
        event.getEligibleForBot(),
        event.getEligibleForHandoff(),
        event.getPreviousInteractionId(),
        event.getRelation() == InteractionRelation.FOLLOW_UP);
  }

  /** Nobody else reopens without saying so. */
  private static Payload reopened(InteractionReopened reopened) {
    return new Payload.Reopened(
        switch (reopened.getBy()) {
          case CUSTOMER, UNKNOWN -> ReopenedBy.CUSTOMER;
          case AGENT -> ReopenedBy.AGENT;
          case SYSTEM -> ReopenedBy.SYSTEM;
        });
  }

  private static Payload discarded(InteractionDiscarded event) {
    return new Payload.Discarded(
        event.getReason() == org.contactroi.events.DiscardReason.UNKNOWN
            ? DiscardReason.OTHER
            : same(DiscardReason.class, event.getReason()));
  }

  private static Payload segmentStarted(SegmentStarted event) {
    return new Payload.SegmentStarted(
        event.getSegmentId(),
        same(Participant.class, event.getParticipant()),
        event.getParticipantId(),
        same(Role.class, event.getRole()),
        event.getQueueId(),
        event.getAgentGrade(),
        event.getBotVersion(),
        event.getLiveConcurrency());
  }

  private static Payload segmentEnded(SegmentEnded event) {
    return new Payload.SegmentEnded(
        event.getSegmentId(),
        sameOrNull(Participant.class, event.getParticipant()),
        sameOrNull(Role.class, event.getRole()),
        event.getQueueId(),
        reported(event.getReported()),
        bot(event.getBot()));
  }

  private static @Nullable ReportedTimes reported(
      org.contactroi.events.@Nullable ReportedTimes times) {
    return times == null
        ? null
        : new ReportedTimes(
            times.getTalkMs(),
            times.getHoldMs(),
            times.getAcwMs(),
            times.getRingMs(),
            times.getDialMs(),
            times.getContactingMs(),
            times.getAverageConcurrencyMilli());
  }

  private static @Nullable BotReport bot(org.contactroi.events.@Nullable BotReport report) {
    return report == null
        ? null
        : new BotReport(
            report.getEngaged(),
            report.getAnswered(),
            report.getFulfilled(),
            same(Confirmation.class, report.getConfirmed()),
            report.getHandoffReason(),
            report.getIntent());
  }

  private static Payload surveyAnswered(SurveyAnswered event) {
    return new Payload.SurveyAnswered(
        event.getSurveyId(),
        event.getSegmentId(),
        same(SurveyKind.class, event.getKind()),
        event.getScore(),
        event.getScaleMin(),
        event.getScaleMax(),
        event.getHigherIsBetter());
  }

  private static Payload saleRecorded(SaleRecorded event) {
    return new Payload.SaleRecorded(
        event.getOrderId(),
        same(SaleKind.class, event.getKind()),
        event.getAmountMicros(),
        event.getCurrency(),
        event.getMarginBp(),
        same(Attribution.class, event.getAttribution()));
  }
}

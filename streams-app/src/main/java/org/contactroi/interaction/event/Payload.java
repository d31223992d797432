package org.contactroi.interaction.event;

import org.jspecify.annotations.Nullable;

/** What an event says happened. Durations are milliseconds, amounts micro-units of a currency. */
public sealed interface Payload {

  /**
   * Whether it shows that the interaction is alive; surveys, sales, assertions, AI usage do not.
   */
  default boolean isActivity() {
    return true;
  }

  record Started(
      Channel channel,
      Direction direction,
      @Nullable String customerKey,
      @Nullable String queueId,
      @Nullable String issueKey,
      boolean eligibleForBot,
      boolean eligibleForHandoff,
      @Nullable String previousId,
      boolean followUp)
      implements Payload {}

  record Ended(EndedBy by) implements Payload {}

  record Reopened(ReopenedBy by) implements Payload {}

  record Discarded(DiscardReason reason) implements Payload {
    @Override
    public boolean isActivity() {
      return false;
    }
  }

  record PendingStarted(PendingOn on) implements Payload {}

  record PendingEnded(PendingOn on) implements Payload {}

  record QueueEntered(String visitId, String queueId) implements Payload {}

  record QueueExited(String visitId, QueueOutcome outcome, @Nullable Long waitReported)
      implements Payload {}

  record AgentOffered(String segmentId, String agentId) implements Payload {}

  record AgentOfferClosed(String segmentId, String agentId, OfferOutcome outcome)
      implements Payload {}

  record SegmentStarted(
      String segmentId,
      Participant participant,
      @Nullable String participantId,
      Role role,
      @Nullable String queueId,
      @Nullable String agentGrade,
      @Nullable String botVersion,
      int liveConcurrency)
      implements Payload {}

  record SegmentEnded(
      String segmentId,
      @Nullable Participant participant,
      @Nullable Role role,
      @Nullable String queueId,
      @Nullable ReportedTimes reported,
      @Nullable BotReport bot)
      implements Payload {}

  record HoldStarted(String segmentId) implements Payload {}

  record HoldEnded(String segmentId) implements Payload {}

  record AfterWorkStarted(String segmentId) implements Payload {}

  record AfterWorkEnded(String segmentId) implements Payload {}

  record TransferRequested(String transferId, TransferKind kind) implements Payload {}

  record TransferClosed(String transferId, TransferKind kind, TransferOutcome outcome)
      implements Payload {}

  record MessageSent(
      @Nullable String segmentId, Author author, boolean isPublic, boolean isAutomatic)
      implements Payload {}

  record AiUsageRecorded(String resource, long inputTokens, long outputTokens, long audio)
      implements Payload {
    @Override
    public boolean isActivity() {
      return false;
    }
  }

  record AssistUsed(String feature, boolean accepted) implements Payload {}

  record ResolutionAsserted(ResolutionSource source, boolean resolved, @Nullable String issueKey)
      implements Payload {
    @Override
    public boolean isActivity() {
      return false;
    }
  }

  record SurveyOffered(String surveyId, SurveyKind kind) implements Payload {
    @Override
    public boolean isActivity() {
      return false;
    }
  }

  record SurveyAnswered(
      String surveyId,
      @Nullable String segmentId,
      SurveyKind kind,
      int score,
      int scaleMin,
      int scaleMax,
      boolean higherIsBetter)
      implements Payload {
    @Override
    public boolean isActivity() {
      return false;
    }
  }

  record SaleRecorded(
      String orderId,
      SaleKind kind,
      long amountMicros,
      String currency,
      int marginBasisPoints,
      Attribution attribution)
      implements Payload {
    @Override
    public boolean isActivity() {
      return false;
    }
  }
}

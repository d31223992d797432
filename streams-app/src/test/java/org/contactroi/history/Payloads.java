package org.contactroi.history;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.AssistUsed;
import org.contactroi.events.Attribution;
import org.contactroi.events.Author;
import org.contactroi.events.BotReport;
import org.contactroi.events.Channel;
import org.contactroi.events.Confirmation;
import org.contactroi.events.Direction;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.EndedBy;
import org.contactroi.events.HoldEnded;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionRelation;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.OfferOutcome;
import org.contactroi.events.Participant;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.PendingOn;
import org.contactroi.events.PendingStarted;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.ResolutionSource;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyKind;
import org.contactroi.events.SurveyOffered;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.events.TransferRequested;
import org.jspecify.annotations.Nullable;

/** Payloads of one center with whatever a source may put into them. */
record Payloads(Center center, Dice dice) {

  private static final List<String> RESOURCES = List.of("model-s", "model/l", "model\u2605");
  private static final int SECOND = 1_000;
  private static final long MICROS = 1_000_000;

  /** A payload of any kind about the leg, visit, transfer, survey or order of an id. */
  SpecificRecord any(String id) {
    return switch (dice.below(7)) {
      case 0 -> dice.oneIn(8) ? discarded() : dice.pick(ofTheInteraction());
      case 1 -> dice.pick(ofAVisit(id));
      case 2, 3 -> dice.pick(ofALeg(id));
      case 4 -> afterwards(id);
      case 5 -> dice.oneIn(2) ? usage() : assertion(id);
      default -> message(dice.oneIn(3) ? null : id, dice.pick(Author.values()));
    };
  }

  private List<SpecificRecord> ofTheInteraction() {
    return List.of(
        started(dice.pickOrNull(center.customers())),
        ended(),
        new InteractionReopened(dice.pick(ReopenedBy.values())),
        new PendingStarted(dice.pick(PendingOn.values())),
        new PendingEnded(dice.pick(PendingOn.values())),
        new AssistUsed("hint", dice.oneIn(2)));
  }

  private List<SpecificRecord> ofAVisit(String id) {
    return List.of(
        entered(id),
        exited(id, dice.pick(QueueOutcome.values())),
        new AgentOffered(id, dice.pick(center.agents())),
        new AgentOfferClosed(id, dice.pick(center.agents()), dice.pick(OfferOutcome.values())));
  }

  private List<SpecificRecord> ofALeg(String id) {
    return List.of(
        segmentStarted(id, dice.pick(Participant.values()), dice.pick(SegmentRole.values())),
        segmentEnded(id, dice.oneIn(2) ? null : dice.pick(Participant.values())),
        dice.oneIn(2) ? new HoldStarted(id) : new HoldEnded(id),
        dice.oneIn(2) ? new AfterWorkStarted(id, null) : new AfterWorkEnded(id, "done"));
  }

  InteractionDiscarded discarded() {
    return new InteractionDiscarded(dice.pick(DiscardReason.values()));
  }

  /** What says how it went: a survey, a sale, an assertion, a transfer. */
  SpecificRecord afterwards(String id) {
    return switch (dice.below(6)) {
      case 0 -> new SurveyOffered(id, dice.pick(SurveyKind.values()), null);
      case 1, 2 -> answered(id);
      case 3 -> sale(id);
      case 4 -> assertion(id);
      default -> dice.oneIn(2) ? transferRequested(id) : transferClosed(id);
    };
  }

  InteractionStarted started(@Nullable String customer) {
    return started(customer, null);
  }

  /** A start that may say that it goes on with another interaction, or that it does not. */
  InteractionStarted started(@Nullable String customer, @Nullable String previous) {
    return InteractionStarted.newBuilder()
        .setPreviousInteractionId(previous)
        .setRelation(
            dice.oneIn(3) ? dice.pick(InteractionRelation.values()) : InteractionRelation.UNKNOWN)
        .setChannel(dice.pick(Channel.values()))
        .setDirection(dice.oneIn(4) ? dice.pick(Direction.values()) : Direction.INBOUND)
        .setCustomerKey(customer)
        .setQueueId(dice.pickOrNull(center.queues()))
        .setIssueKey(dice.pickOrNull(center.issues()))
        .setEligibleForBot(!dice.oneIn(6))
        .setEligibleForHandoff(!dice.oneIn(6))
        .build();
  }

  InteractionEnded ended() {
    return new InteractionEnded(dice.pick(EndedBy.values()));
  }

  QueueEntered entered(String visit) {
    return new QueueEntered(visit, dice.pick(center.queues()), dice.oneIn(2) ? null : 1);
  }

  QueueExited exited(String visit, QueueOutcome outcome) {
    return new QueueExited(visit, outcome, dice.oneIn(3) ? duration(90) : null);
  }

  SegmentStarted segmentStarted(String leg, Participant participant, SegmentRole role) {
    boolean isBot = participant == Participant.BOT || participant == Participant.IVR;
    return SegmentStarted.newBuilder()
        .setSegmentId(leg)
        .setParticipant(participant)
        .setParticipantId(dice.pickOrNull(isBot ? center.bots() : center.agents()))
        .setRole(role)
        .setQueueId(dice.pickOrNull(center.queues()))
        .setAgentGrade(isBot || dice.oneIn(2) ? null : dice.pick("senior", "junior"))
        .setBotVersion(isBot ? dice.pickOrNull(center.botVersions()) : null)
        .setLiveConcurrency(dice.pick(1, 1, 1, 1, 1 + dice.below(5), 100))
        .build();
  }

  SegmentEnded segmentEnded(String leg, @Nullable Participant participant) {
    return SegmentEnded.newBuilder()
        .setSegmentId(leg)
        .setParticipant(participant)
        .setRole(dice.oneIn(6) ? dice.pick(SegmentRole.values()) : null)
        .setQueueId(dice.oneIn(6) ? dice.pick(center.queues()) : null)
        .setEndedBy(dice.pick(EndedBy.values()))
        .setReported(dice.oneIn(3) ? reported() : null)
        .setBot(participant == Participant.BOT || dice.oneIn(12) ? bot() : null)
        .build();
  }

  private ReportedTimes reported() {
    return ReportedTimes.newBuilder()
        .setTalkMs(duration(900))
        .setHoldMs(duration(120))
        .setAcwMs(duration(120))
        .setRingMs(duration(20))
        .setDialMs(duration(20))
        .setContactingMs(duration(20))
        .setAverageConcurrencyMilli(averageConcurrency())
        .build();
  }

  private @Nullable Integer averageConcurrency() {
    return switch (dice.below(4)) {
      case 0 -> dice.pick(1_000, 100_000);
      case 1 -> 1_000 + dice.below(4_000);
      default -> null;
    };
  }

  private BotReport bot() {
    return BotReport.newBuilder()
        .setEngaged(!dice.oneIn(5))
        .setAnswered(!dice.oneIn(4))
        .setFulfilled(dice.oneIn(4))
        .setConfirmed(dice.oneIn(2) ? Confirmation.NONE : dice.pick(Confirmation.values()))
        .setTurns(dice.below(9))
        .setHandoffReason(dice.oneIn(6) ? "asked for a person" : null)
        .setIntent(dice.pickOrNull(center.issues()))
        .build();
  }

  /** Of a bot that greeted, or whose customer did nothing. */
  SegmentEnded greeted(String leg) {
    BotReport report =
        BotReport.newBuilder()
            .setEngaged(false)
            .setAnswered(false)
            .setFulfilled(dice.oneIn(12))
            .build();
    return SegmentEnded.newBuilder()
        .setSegmentId(leg)
        .setEndedBy(EndedBy.TIMEOUT)
        .setBot(dice.oneIn(12) ? bot() : report)
        .build();
  }

  MessageSent message(@Nullable String leg, Author author) {
    return new MessageSent(leg, author, !dice.oneIn(8), dice.oneIn(8));
  }

  AiUsageRecorded usage() {
    long audio = dice.oneIn(3) ? dice.between(0, 60_000) : 0;
    return new AiUsageRecorded(
        dice.pick(RESOURCES), dice.between(0, 4_000), dice.between(0, 900), audio);
  }

  ResolutionAsserted assertion(String issue) {
    String named = dice.oneIn(8) ? issue : dice.pick(center.issues());
    return new ResolutionAsserted(
        dice.pick(ResolutionSource.values()), dice.oneIn(2), dice.oneIn(2) ? null : named);
  }

  SurveyAnswered answered(String survey) {
    return answered(survey, dice.oneIn(3) ? survey : null);
  }

  /** An answer, and the leg it is about. */
  SurveyAnswered answered(String survey, @Nullable String leg) {
    SurveyKind kind = dice.pick(SurveyKind.values());
    int min = kind == SurveyKind.NPS ? 0 : dice.pick(0, 1, -3);
    int max = kind == SurveyKind.NPS ? 10 : min + dice.pick(1, 4, 6, 9);
    int score = (int) dice.between(min, max);
    return new SurveyAnswered(survey, kind, leg, score, min, max, !dice.oneIn(4));
  }

  SaleRecorded sale(String order) {
    return new SaleRecorded(
        order,
        dice.pick(SaleKind.values()),
        dice.oneIn(10) ? 0 : dice.between(1, 900 * MICROS),
        dice.pick("EUR", "USD", "JPY", "KWD"),
        dice.pick(0, 1_234, 2_500, 10_000, -500),
        dice.pick(Attribution.values()));
  }

  TransferRequested transferRequested(String transfer) {
    return new TransferRequested(transfer, dice.pick(TransferKind.values()));
  }

  TransferClosed transferClosed(String transfer) {
    return transferClosed(transfer, dice.pick(TransferKind.values()));
  }

  TransferClosed transferClosed(String transfer, TransferKind kind) {
    return new TransferClosed(transfer, kind, dice.pick(TransferOutcome.values()));
  }

  /** Milliseconds of at most so many seconds, in whole seconds or not, or null. */
  private @Nullable Long duration(int seconds) {
    return switch (dice.below(4)) {
      case 0 -> null;
      case 1 -> (long) dice.below(seconds + 1) * SECOND;
      default -> dice.between(0, (long) seconds * SECOND);
    };
  }
}

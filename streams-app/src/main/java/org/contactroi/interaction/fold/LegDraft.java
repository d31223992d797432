package org.contactroi.interaction.fold;

import org.contactroi.interaction.event.BotReport;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.ReportedTimes;
import org.contactroi.interaction.event.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one segment say. The first start and the last end bound the leg; of what both
 * state the first value counts, of times and bot reports, which belong to an end, the last one.
 */
final class LegDraft {

  private static final long MILLI = 1_000;

  private final String segmentId;
  private final IntervalSum holds = new IntervalSum();
  private final IntervalSum afterWork = new IntervalSum();
  private @Nullable Long startedAt;
  private @Nullable Long endedAt;
  private boolean endedLate;
  private Participant participant = Participant.UNKNOWN;
  private @Nullable Role role;
  private @Nullable String queue;
  private @Nullable String participantId;
  private @Nullable String agentGrade;
  private @Nullable String botVersion;
  private int liveConcurrency = 1;
  private @Nullable ReportedTimes reported;
  private @Nullable BotReport bot;
  private long botReportedAt;

  LegDraft(String segmentId) {
    this.segmentId = segmentId;
  }

  void begin(Payload.SegmentStarted started, long at) {
    if (startedAt == null) {
      startedAt = at;
      liveConcurrency = started.liveConcurrency();
    }
    describe(started.participant(), started.role(), started.queueId());
    participantId = participantId == null ? started.participantId() : participantId;
    agentGrade = agentGrade == null ? started.agentGrade() : agentGrade;
    botVersion = botVersion == null ? started.botVersion() : botVersion;
  }

  void finish(Payload.SegmentEnded ended, long at, long position, boolean late) {
    endedAt = at;
    endedLate = late;
    describe(ended.participant(), ended.role(), ended.queueId());
    reported = ended.reported() == null ? reported : ended.reported();
    if (ended.bot() != null) {
      bot = ended.bot();
      botReportedAt = position;
    }
  }

  private void describe(
      @Nullable Participant saidParticipant, @Nullable Role saidRole, @Nullable String saidQueue) {
    if (participant == Participant.UNKNOWN && saidParticipant != null) {
      participant = saidParticipant;
    }
    if (role == null || (role == Role.UNKNOWN && saidRole != null)) {
      role = saidRole;
    }
    queue = queue == null ? saidQueue : queue;
  }

  /** A start or an end was seen; offers, holds and after-work alone make no leg. */
  boolean isLeg() {
    return startedAt != null || endedAt != null;
  }

  String segmentId() {
    return segmentId;
  }

  /** As seen, else the end less the reported talk and hold, which lie before it. UTC ms. */
  long start() {
    if (startedAt != null) {
      return startedAt;
    }
    if (endedAt == null) {
      throw new IllegalStateException("segment " + segmentId + " has no start and no end");
    }
    ReportedTimes times = reported();
    return Math.subtractExact(endedAt, Math.addExact(orZero(times.talk()), orZero(times.hold())));
  }

  /** As seen, UTC ms. */
  @Nullable Long end() {
    return endedAt;
  }

  /**
   * Where what came too late is taken to end when durations are derived, UTC ms; null when its
   * start was not seen and nothing bounds it.
   */
  @Nullable Long cap(long interactionEnd) {
    return startedAt == null ? null : (Long) Math.max(startedAt, interactionEnd);
  }

  /** Its end was seen after a silence longer than the gap. */
  boolean isEndedLate() {
    return endedLate;
  }

  boolean isImputed() {
    return startedAt == null || endedAt == null;
  }

  boolean isSettleSeen() {
    return endedAt != null && (reported().afterWork() != null || !afterWork.isOpen());
  }

  /** An unknown participant is a bot when it reports as one, else an agent. */
  Participant participant() {
    if (participant != Participant.UNKNOWN) {
      return participant;
    }
    return bot == null ? Participant.AGENT : Participant.BOT;
  }

  /** PRIMARY when no event states one; so is an unknown role of an unknown participant. */
  Role role() {
    boolean unknown = role == Role.UNKNOWN && participant == Participant.UNKNOWN;
    return role == null || unknown ? Role.PRIMARY : role;
  }

  @Nullable String queue() {
    return queue;
  }

  @Nullable String participantId() {
    return participantId;
  }

  @Nullable String agentGrade() {
    return agentGrade;
  }

  @Nullable String botVersion() {
    return botVersion;
  }

  boolean isHuman() {
    return participant() == Participant.AGENT || participant() == Participant.SUPERVISOR;
  }

  /** Contacts its agent served at the same time, thousandths: on average, else at its start. */
  long concurrencyMilli() {
    Integer average = reported().averageConcurrencyMilli();
    return average == null ? liveConcurrency * MILLI : average;
  }

  ReportedTimes reported() {
    return reported == null ? ReportedTimes.NONE : reported;
  }

  IntervalSum holds() {
    return holds;
  }

  IntervalSum afterWork() {
    return afterWork;
  }

  @Nullable BotReport bot() {
    return bot;
  }

  /** Position of the bot's report among the events. */
  long botReportedAt() {
    return botReportedAt;
  }

  static long orZero(@Nullable Long duration) {
    return duration == null ? 0 : duration;
  }
}

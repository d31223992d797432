package org.contactroi.interaction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compact events of an interaction. Seconds count from {@link #ZERO}. */
final class Story {

  static final long ZERO = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  static final long HOUR = 3_600;
  static final long DAY = 24 * HOUR;

  private Story() {}

  static List<Interaction> parts(Event... events) {
    return InteractionFold.fold("acme", "i1", List.of(events), SilenceGaps.DEFAULT);
  }

  /** The only part of an interaction. */
  static Interaction fold(Event... events) {
    List<Interaction> parts = parts(events);
    if (parts.size() != 1) {
      throw new AssertionError("expected one part, there are " + parts.size());
    }
    return parts.get(0);
  }

  /** The only leg of the interaction. */
  static Leg leg(Event... events) {
    List<Leg> legs = fold(events).legs();
    if (legs.size() != 1) {
      throw new AssertionError("expected one leg, there are " + legs.size());
    }
    return legs.get(0);
  }

  static long utc(long second) {
    return ZERO + second * 1_000;
  }

  static Event at(long second, Payload payload) {
    String id = second + " " + payload;
    return new Event(id, utc(second), "acd", null, false, false, Map.of(), payload);
  }

  static Event sent(String source, @Nullable Long sequence, String id, Event event) {
    return new Event(
        id, event.occurredAt(), source, sequence, false, false, Map.of(), event.payload());
  }

  static Event retracted(Event event) {
    return new Event(
        event.eventId(), event.occurredAt(), "acd", null, true, false, Map.of(), event.payload());
  }

  static Event test(Event event) {
    return new Event(
        event.eventId(), event.occurredAt(), "acd", null, false, true, Map.of(), event.payload());
  }

  static Event with(Map<String, String> attributes, Event event) {
    return new Event(
        event.eventId(),
        event.occurredAt(),
        "acd",
        null,
        false,
        false,
        attributes,
        event.payload());
  }

  static Payload started() {
    return started(Channel.VOICE, Direction.INBOUND);
  }

  static Payload started(Channel channel, Direction direction) {
    return new Payload.Started(channel, direction, "c1", null, null, true, true);
  }

  static Payload startedBy(@Nullable String customer) {
    return new Payload.Started(Channel.VOICE, Direction.INBOUND, customer, null, null, true, true);
  }

  static Payload startedFor(@Nullable String queue, @Nullable String issue) {
    return new Payload.Started(Channel.VOICE, Direction.INBOUND, "c1", queue, issue, true, true);
  }

  static Payload startedWithoutBotOrHandoff() {
    return new Payload.Started(Channel.VOICE, Direction.INBOUND, "c1", null, null, false, false);
  }

  static Payload ended() {
    return new Payload.Ended();
  }

  static Payload reopened() {
    return new Payload.Reopened();
  }

  static Payload entered(String visit, String queue) {
    return new Payload.QueueEntered(visit, queue);
  }

  static Payload exited(String visit, QueueOutcome outcome) {
    return new Payload.QueueExited(visit, outcome, null);
  }

  static Payload exitedAfter(String visit, long waitReported) {
    return new Payload.QueueExited(visit, QueueOutcome.ANSWERED, waitReported);
  }

  static Payload agent(String segment) {
    return begins(segment, Participant.AGENT, Role.PRIMARY);
  }

  static Payload bot(String segment) {
    return begins(segment, Participant.BOT, Role.PRIMARY);
  }

  static Payload begins(String segment, Participant participant, Role role) {
    return new Payload.SegmentStarted(segment, participant, null, role, null, null, null, 1);
  }

  static Payload agentIn(String queue, String segment) {
    return new Payload.SegmentStarted(
        segment, Participant.AGENT, null, Role.PRIMARY, queue, null, null, 1);
  }

  static Payload botOf(String version, String segment) {
    return new Payload.SegmentStarted(
        segment, Participant.BOT, null, Role.PRIMARY, null, null, version, 1);
  }

  static Payload agentWith(int liveConcurrency, String segment) {
    return new Payload.SegmentStarted(
        segment, Participant.AGENT, null, Role.PRIMARY, null, null, null, liveConcurrency);
  }

  static Payload ends(String segment) {
    return new Payload.SegmentEnded(segment, null, null, null, null, null);
  }

  static Payload ends(String segment, Participant participant, @Nullable Role role) {
    return new Payload.SegmentEnded(segment, participant, role, null, null, null);
  }

  static Payload ends(String segment, ReportedTimes reported) {
    return new Payload.SegmentEnded(segment, null, null, null, reported, null);
  }

  static Payload ends(String segment, BotReport report) {
    return new Payload.SegmentEnded(segment, null, null, null, null, report);
  }

  static ReportedTimes talk(long talk) {
    return new ReportedTimes(talk, null, null, null, null, null);
  }

  static ReportedTimes reported(long talk, long hold, long afterWork) {
    return new ReportedTimes(talk, hold, afterWork, null, null, null);
  }

  static BotReport answered() {
    return new BotReport(true, true, false, Confirmation.NONE, null);
  }

  static BotReport unanswered() {
    return new BotReport(true, false, false, Confirmation.NONE, null);
  }

  static BotReport fulfilled() {
    return new BotReport(true, false, true, Confirmation.NONE, null);
  }

  static BotReport says(Confirmation confirmation) {
    return new BotReport(true, false, false, confirmation, null);
  }

  static BotReport intends(String intent) {
    return new BotReport(true, true, false, Confirmation.NONE, intent);
  }

  static Payload holds(String segment) {
    return new Payload.HoldStarted(segment);
  }

  static Payload resumes(String segment) {
    return new Payload.HoldEnded(segment);
  }

  static Payload wraps(String segment) {
    return new Payload.AfterWorkStarted(segment);
  }

  static Payload wrapped(String segment) {
    return new Payload.AfterWorkEnded(segment);
  }

  static Payload closed(String transfer, TransferKind kind, TransferOutcome outcome) {
    return new Payload.TransferClosed(transfer, kind, outcome);
  }

  static Payload message(Author author) {
    return new Payload.MessageSent(author, true, false);
  }

  static Payload assertsIssue(@Nullable String issue) {
    return new Payload.ResolutionAsserted(ResolutionSource.CASE, true, issue);
  }

  static Payload agentFlag(boolean resolved) {
    return new Payload.ResolutionAsserted(ResolutionSource.AGENT_FLAG, resolved, null);
  }

  static Payload surveyed(String survey, SurveyKind kind, int score) {
    return new Payload.SurveyAnswered(survey, kind, score, 1, 5, true);
  }

  static Payload sale() {
    return new Payload.SaleRecorded("o1", SaleKind.NEW, 1, "EUR", 0, Attribution.AI);
  }
}

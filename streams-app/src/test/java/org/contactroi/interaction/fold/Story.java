package org.contactroi.interaction.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.BotReport;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Confirmation;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.interaction.event.EndedBy;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
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

/** Compact events of an interaction. Seconds count from {@link #ZERO}. */
public final class Story {

  public static final long ZERO = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  public static final long HOUR = 3_600;
  public static final long DAY = 24 * HOUR;

  /** T = 20 s, S = 5 s, always open. */
  public static final Rules RULES =
      new Rules(
          "v1",
          SilenceGaps.DEFAULT,
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          OpeningHours.ALWAYS);

  private Story() {}

  public static List<Interaction> parts(Event... events) {
    return InteractionFold.fold("acme", "i1", List.of(events), instant -> RULES).interactions();
  }

  /** The only part of an interaction. */
  public static Interaction fold(Event... events) {
    List<Interaction> parts = parts(events);
    if (parts.size() != 1) {
      throw new AssertionError("expected one part, there are " + parts.size());
    }
    return parts.get(0);
  }

  /** The only part of an interaction that an InteractionStarted begins, and then these events. */
  static Interaction foldStarted(Event... events) {
    Event[] all = Arrays.copyOf(events, events.length + 1);
    all[events.length] = at(0, started());
    return fold(all);
  }

  /** The only leg of the interaction. */
  public static Leg leg(Event... events) {
    List<Leg> legs = fold(events).legs();
    if (legs.size() != 1) {
      throw new AssertionError("expected one leg, there are " + legs.size());
    }
    return legs.get(0);
  }

  public static long utc(long second) {
    return ZERO + second * 1_000;
  }

  public static Event at(long second, Payload payload) {
    String id = second + " " + payload;
    return new Event(id, utc(second), "acd", null, false, false, Map.of(), payload);
  }

  public static Event sent(String source, @Nullable Long sequence, String id, Event event) {
    return new Event(
        id, event.occurredAt(), source, sequence, false, false, Map.of(), event.payload());
  }

  public static Event retracted(Event event) {
    return new Event(
        event.eventId(), event.occurredAt(), "acd", null, true, false, Map.of(), event.payload());
  }

  public static Event test(Event event) {
    return new Event(
        event.eventId(), event.occurredAt(), "acd", null, false, true, Map.of(), event.payload());
  }

  public static Event with(Map<String, String> attributes, Event event) {
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

  public static Payload started() {
    return started(Channel.VOICE, Direction.INBOUND);
  }

  public static Payload started(Channel channel, Direction direction) {
    return new Payload.Started(channel, direction, "c1", null, null, true, true, null, false);
  }

  public static Payload startedBy(@Nullable String customer) {
    return new Payload.Started(
        Channel.VOICE, Direction.INBOUND, customer, null, null, true, true, null, false);
  }

  public static Payload startedFor(@Nullable String queue, @Nullable String issue) {
    return new Payload.Started(
        Channel.VOICE, Direction.INBOUND, "c1", queue, issue, true, true, null, false);
  }

  public static Payload startedWithoutBotOrHandoff() {
    return new Payload.Started(
        Channel.VOICE, Direction.INBOUND, "c1", null, null, false, false, null, false);
  }

  public static Payload ended() {
    return new Payload.Ended(EndedBy.AGENT);
  }

  /** By a timer, which does not know when it was over. */
  public static Payload timedOut() {
    return new Payload.Ended(EndedBy.TIMEOUT);
  }

  public static Payload discarded(DiscardReason reason) {
    return new Payload.Discarded(reason);
  }

  public static Payload requested(String transfer) {
    return new Payload.TransferRequested(transfer, TransferKind.BOT_TO_HUMAN);
  }

  public static Payload closed(String transfer, TransferOutcome outcome) {
    return new Payload.TransferClosed(transfer, TransferKind.BOT_TO_HUMAN, outcome);
  }

  public static BotReport greeted() {
    return new BotReport(false, false, false, Confirmation.NONE, null, null);
  }

  public static BotReport handsOff(String reason) {
    return new BotReport(true, true, false, Confirmation.NONE, reason, null);
  }

  public static ReportedTimes sideBySide(int averageConcurrencyMilli) {
    return new ReportedTimes(null, null, null, null, null, null, averageConcurrencyMilli);
  }

  public static Payload reopened() {
    return new Payload.Reopened(ReopenedBy.CUSTOMER);
  }

  public static Payload entered(String visit, String queue) {
    return new Payload.QueueEntered(visit, queue);
  }

  public static Payload exited(String visit, QueueOutcome outcome) {
    return new Payload.QueueExited(visit, outcome, null);
  }

  public static Payload exitedAfter(String visit, long waitReported) {
    return new Payload.QueueExited(visit, QueueOutcome.ANSWERED, waitReported);
  }

  public static Payload agent(String segment) {
    return begins(segment, Participant.AGENT, Role.PRIMARY);
  }

  public static Payload bot(String segment) {
    return begins(segment, Participant.BOT, Role.PRIMARY);
  }

  public static Payload begins(String segment, Participant participant, Role role) {
    return new Payload.SegmentStarted(segment, participant, null, role, null, null, null, 1);
  }

  public static Payload agentIn(String queue, String segment) {
    return new Payload.SegmentStarted(
        segment, Participant.AGENT, null, Role.PRIMARY, queue, null, null, 1);
  }

  public static Payload botOf(String version, String segment) {
    return new Payload.SegmentStarted(
        segment, Participant.BOT, null, Role.PRIMARY, null, null, version, 1);
  }

  public static Payload botBy(String id, String segment) {
    return new Payload.SegmentStarted(
        segment, Participant.BOT, id, Role.PRIMARY, null, null, null, 1);
  }

  public static Payload agentOf(String grade, String segment) {
    return new Payload.SegmentStarted(
        segment, Participant.AGENT, "agent", Role.PRIMARY, null, grade, null, 1);
  }

  public static Payload agentWith(int liveConcurrency, String segment) {
    return new Payload.SegmentStarted(
        segment, Participant.AGENT, null, Role.PRIMARY, null, null, null, liveConcurrency);
  }

  public static Payload ends(String segment) {
    return new Payload.SegmentEnded(segment, null, null, null, null, null);
  }

  public static Payload ends(String segment, Participant participant, @Nullable Role role) {
    return new Payload.SegmentEnded(segment, participant, role, null, null, null);
  }

  public static Payload ends(String segment, ReportedTimes reported) {
    return new Payload.SegmentEnded(segment, null, null, null, reported, null);
  }

  public static Payload ends(String segment, BotReport report) {
    return new Payload.SegmentEnded(segment, null, null, null, null, report);
  }

  public static ReportedTimes talk(long talk) {
    return new ReportedTimes(talk, null, null, null, null, null, null);
  }

  public static ReportedTimes reported(long talk, long hold, long afterWork) {
    return new ReportedTimes(talk, hold, afterWork, null, null, null, null);
  }

  public static BotReport answered() {
    return new BotReport(true, true, false, Confirmation.NONE, null, null);
  }

  public static BotReport unanswered() {
    return new BotReport(true, false, false, Confirmation.NONE, null, null);
  }

  public static BotReport fulfilled() {
    return new BotReport(true, false, true, Confirmation.NONE, null, null);
  }

  public static BotReport says(Confirmation confirmation) {
    return new BotReport(true, false, false, confirmation, null, null);
  }

  public static BotReport intends(String intent) {
    return new BotReport(true, true, false, Confirmation.NONE, null, intent);
  }

  public static Payload holds(String segment) {
    return new Payload.HoldStarted(segment);
  }

  public static Payload resumes(String segment) {
    return new Payload.HoldEnded(segment);
  }

  public static Payload wraps(String segment) {
    return new Payload.AfterWorkStarted(segment);
  }

  public static Payload wrapped(String segment) {
    return new Payload.AfterWorkEnded(segment);
  }

  public static Payload closed(String transfer, TransferKind kind, TransferOutcome outcome) {
    return new Payload.TransferClosed(transfer, kind, outcome);
  }

  public static Payload messageIn(String segment, Author author) {
    return new Payload.MessageSent(segment, author, true, false);
  }

  public static Payload message(Author author) {
    return new Payload.MessageSent(null, author, true, false);
  }

  public static Payload assertsIssue(@Nullable String issue) {
    return new Payload.ResolutionAsserted(ResolutionSource.CASE, true, issue);
  }

  public static Payload agentFlag(boolean resolved) {
    return new Payload.ResolutionAsserted(ResolutionSource.AGENT_FLAG, resolved, null);
  }

  public static Payload surveyed(String survey, SurveyKind kind, int score) {
    return new Payload.SurveyAnswered(survey, null, kind, score, 1, 5, true);
  }

  public static Payload offered(String survey, SurveyKind kind) {
    return new Payload.SurveyOffered(survey, kind);
  }

  /** On a scale from 0 to 10. */
  public static Payload recommends(String survey, int score) {
    return new Payload.SurveyAnswered(survey, null, SurveyKind.NPS, score, 0, 10, true);
  }

  /** In millionths of a euro; the margin in basis points. */
  public static Payload sale(SaleKind kind, long amount, int margin) {
    return new Payload.SaleRecorded("o1", kind, amount, "EUR", margin, Attribution.AI);
  }

  public static Payload sale() {
    return new Payload.SaleRecorded("o1", SaleKind.NEW, 1, "EUR", 0, Attribution.AI);
  }
}

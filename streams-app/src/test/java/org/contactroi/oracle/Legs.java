package org.contactroi.oracle;

import org.contactroi.events.BotReport;
import org.contactroi.events.Confirmation;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;

/** Payloads of legs. */
final class Legs {

  private Legs() {}

  /** An agent, role primary, one interaction at once. */
  static SegmentStarted.Builder started(String segment) {
    return SegmentStarted.newBuilder()
        .setSegmentId(segment)
        .setParticipant(Participant.AGENT)
        .setParticipantId("ann");
  }

  static SegmentStarted.Builder botStarted(String segment) {
    return SegmentStarted.newBuilder()
        .setSegmentId(segment)
        .setParticipant(Participant.BOT)
        .setParticipantId("helper")
        .setBotVersion("v1");
  }

  static SegmentEnded.Builder ended(String segment) {
    return SegmentEnded.newBuilder().setSegmentId(segment);
  }

  /** Nothing reported yet. */
  static ReportedTimes.Builder reported() {
    return ReportedTimes.newBuilder();
  }

  static BotReport unanswered() {
    return report(false, false, Confirmation.NONE);
  }

  static BotReport answered() {
    return report(true, false, Confirmation.NONE);
  }

  /** Of a bot that greeted, and nobody was there. */
  static BotReport idle() {
    return BotReport.newBuilder(unanswered()).setEngaged(false).build();
  }

  /** Of a bot that wants a person to go on. */
  static BotReport handingOff() {
    return BotReport.newBuilder(answered()).setHandoffReason("asked for a person").build();
  }

  static BotReport report(boolean answered, boolean fulfilled, Confirmation confirmed) {
    return BotReport.newBuilder()
        .setEngaged(true)
        .setAnswered(answered)
        .setFulfilled(fulfilled)
        .setConfirmed(confirmed)
        .build();
  }
}

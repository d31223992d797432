package org.contactroi.simulator.playback;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.contactroi.simulator.EventEnvelope;
import org.contactroi.simulator.Pseudonyms;
import org.jspecify.annotations.Nullable;

/**
 * Writes recorded calls as events: an inbound voice interaction whose queue and issue are the
 * call's type, with an IVR leg, a queue visit and an agent's leg as far as it has them. Whether the
 * VRU answered is unknown, so its leg carries no bot report. Not thread-safe.
 */
record RecordedCallEvents(String tenantId, Pseudonyms pseudonyms) {

  private static final String SOURCE_SYSTEM = "recorded-calls";
  private static final String IVR_LEG = "ivr";
  private static final String AGENT_LEG = "agent";
  private static final String VISIT = "queue";
  private static final long MILLIS = 1_000;

  /** Returns the event of a step the call has; equal calls and steps give equal events. */
  InteractionEvent event(RecordedCall call, CallStep step) {
    boolean isTest = call.outcome() == CallOutcome.PHANTOM;
    return new EventEnvelope(tenantId, SOURCE_SYSTEM, call.interactionId(), isTest)
        .event(step.number(), Instant.ofEpochSecond(call.secondOf(step)), payload(call, step));
  }

  private SpecificRecord payload(RecordedCall call, CallStep step) {
    return switch (step) {
      case STARTED -> started(call);
      case IVR_STARTED -> legStarted(IVR_LEG, Participant.IVR, null);
      case IVR_ENDED -> legEnded(IVR_LEG, Participant.IVR, null);
      case QUEUE_ENTERED -> new QueueEntered(VISIT, call.type(), call.priority());
      case QUEUE_EXITED ->
          new QueueExited(VISIT, visitOutcome(call.outcome()), call.waitSeconds() * MILLIS);
      case AGENT_STARTED -> legStarted(AGENT_LEG, Participant.AGENT, call.agent());
      case AGENT_ENDED -> legEnded(AGENT_LEG, Participant.AGENT, talk(call));
      case ENDED -> new InteractionEnded(endedBy(call.outcome()));
    };
  }

  private InteractionStarted started(RecordedCall call) {
    return InteractionStarted.newBuilder()
        .setChannel(Channel.VOICE)
        .setDirection(Direction.INBOUND)
        .setCustomerKey(call.customerId() == null ? null : pseudonyms.of(call.customerId()))
        .setQueueId(call.type())
        .setIssueKey(call.type())
        .build();
  }

  private static SegmentStarted legStarted(
      String leg, Participant participant, @Nullable String participantId) {
    return new SegmentStarted(
        leg, participant, participantId, SegmentRole.PRIMARY, null, null, null, 1);
  }

  private static SegmentEnded legEnded(
      String leg, Participant participant, @Nullable ReportedTimes reported) {
    return new SegmentEnded(
        leg, participant, SegmentRole.PRIMARY, null, EndedBy.UNKNOWN, reported, null);
  }

  private static ReportedTimes talk(RecordedCall call) {
    return new ReportedTimes(call.talkSeconds() * MILLIS, null, null, null, null, null, null);
  }

  private static QueueOutcome visitOutcome(CallOutcome outcome) {
    return switch (outcome) {
      case AGENT -> QueueOutcome.ANSWERED;
      case HANG -> QueueOutcome.ABANDONED;
      case PHANTOM -> QueueOutcome.SYSTEM;
    };
  }

  /** The file tells who ended a call only where the customer hung up. */
  private static EndedBy endedBy(CallOutcome outcome) {
    return outcome == CallOutcome.HANG ? EndedBy.CUSTOMER : EndedBy.UNKNOWN;
  }
}

package org.contactroi.simulator.playback;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One row of the file, its times resolved.
 *
 * @param interactionId {@code date-line-call}, each as in the file
 * @param customerId raw id of the customer, null if not identified; never leaves this package
 * @param type kind of service asked for: queue and issue
 * @param priority priority in the queue
 * @param ivr stay in the VRU, null if not recorded
 * @param visit stay in the queue, null if there was none; a call answered without queueing has one
 *     of no length
 * @param waitSeconds reported stay in the queue
 * @param service time with the agent, null if none served it
 * @param talkSeconds reported time with the agent
 * @param agent name of the agent, null if not recorded
 */
record RecordedCall(
    String interactionId,
    @Nullable String customerId,
    String type,
    int priority,
    CallOutcome outcome,
    @Nullable Stage ivr,
    @Nullable Stage visit,
    int waitSeconds,
    @Nullable Stage service,
    int talkSeconds,
    @Nullable String agent) {

  RecordedCall {
    if (ivr == null && visit == null && service == null) {
      throw new IllegalArgumentException("call " + interactionId + " has no stage");
    }
  }

  /** Returns whether this call has an event of that kind. */
  boolean has(CallStep step) {
    return switch (step) {
      case STARTED, ENDED -> true;
      case IVR_STARTED, IVR_ENDED -> ivr != null;
      case QUEUE_ENTERED, QUEUE_EXITED -> visit != null;
      case AGENT_STARTED, AGENT_ENDED -> service != null;
    };
  }

  /** Returns the time of a step this call has, in seconds since the epoch. */
  long secondOf(CallStep step) {
    return switch (step) {
      case STARTED -> firstOf(ivr, visit, service).start();
      case IVR_STARTED -> requireNonNull(ivr).start();
      case IVR_ENDED -> requireNonNull(ivr).end();
      case QUEUE_ENTERED -> requireNonNull(visit).start();
      case QUEUE_EXITED -> requireNonNull(visit).end();
      case AGENT_STARTED -> requireNonNull(service).start();
      case AGENT_ENDED -> requireNonNull(service).end();
      case ENDED -> firstOf(service, visit, ivr).end();
    };
  }

  private static Stage firstOf(@Nullable Stage a, @Nullable Stage b, @Nullable Stage c) {
    if (a != null) {
      return a;
    }
    return b != null ? b : requireNonNull(c);
  }
}

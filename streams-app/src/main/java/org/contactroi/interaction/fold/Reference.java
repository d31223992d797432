package org.contactroi.interaction.fold;

import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The leg, visit, transfer, offer, wait or survey that an event is of.
 *
 * @param agent of an offer; empty for all else
 */
record Reference(Kind kind, String id, String agent) {

  enum Kind {
    LEG,
    VISIT,
    TRANSFER,
    OFFER,
    PENDING,
    SURVEY
  }

  static Reference of(Kind kind, String id) {
    return new Reference(kind, id, "");
  }

  /** Null when the event is of none; an answer to a survey may be of several and says none. */
  static @Nullable Reference of(Payload payload) {
    String segment = segmentId(payload);
    if (segment != null) {
      return of(Kind.LEG, segment);
    }
    if (payload instanceof Payload.QueueEntered entered) {
      return of(Kind.VISIT, entered.visitId());
    }
    if (payload instanceof Payload.QueueExited exited) {
      return of(Kind.VISIT, exited.visitId());
    }
    if (payload instanceof Payload.TransferRequested requested) {
      return of(Kind.TRANSFER, requested.transferId());
    }
    if (payload instanceof Payload.TransferClosed closed) {
      return of(Kind.TRANSFER, closed.transferId());
    }
    if (payload instanceof Payload.AgentOffered offered) {
      return new Reference(Kind.OFFER, offered.segmentId(), offered.agentId());
    }
    if (payload instanceof Payload.AgentOfferClosed closed) {
      return new Reference(Kind.OFFER, closed.segmentId(), closed.agentId());
    }
    if (payload instanceof Payload.PendingStarted started) {
      return of(Kind.PENDING, started.on().name());
    }
    if (payload instanceof Payload.PendingEnded ended) {
      return of(Kind.PENDING, ended.on().name());
    }
    return payload instanceof Payload.SurveyOffered offered
        ? of(Kind.SURVEY, offered.surveyId())
        : null;
  }

  /** The event may be the first of what it is of, and then belongs where it stands. */
  static boolean mayBegin(Payload payload) {
    return payload instanceof Payload.QueueEntered
        || payload instanceof Payload.TransferRequested
        || payload instanceof Payload.AgentOffered
        || payload instanceof Payload.PendingStarted
        || payload instanceof Payload.SurveyOffered;
  }

  private static @Nullable String segmentId(Payload payload) {
    if (payload instanceof Payload.SegmentStarted started) {
      return started.segmentId();
    }
    if (payload instanceof Payload.SegmentEnded ended) {
      return ended.segmentId();
    }
    if (payload instanceof Payload.HoldStarted hold) {
      return hold.segmentId();
    }
    if (payload instanceof Payload.HoldEnded hold) {
      return hold.segmentId();
    }
    if (payload instanceof Payload.AfterWorkStarted work) {
      return work.segmentId();
    }
    return payload instanceof Payload.AfterWorkEnded work ? work.segmentId() : null;
  }
}

package org.contactroi.interaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes one interaction from its events, in one pass over them. */
final class StretchFold {

  private final Inherited inherited;
  private final Stretch stretch;
  private final long gap;
  private final AttributeFold attributes = new AttributeFold();
  private final EndFold end = new EndFold();
  private final LegFold legs = new LegFold();
  private final VisitFold visits = new VisitFold();
  private final ActivityFold activity = new ActivityFold();
  private final SignalFold signals = new SignalFold();

  StretchFold(Inherited inherited, Stretch stretch, long gap) {
    this.inherited = inherited;
    this.stretch = stretch;
    this.gap = gap;
    for (Event event : stretch.events()) {
      attributes.add(event);
      add(event.payload(), event.occurredAt());
    }
  }

  private void add(Payload payload, long at) {
    end.add(payload, at);
    legs.add(payload, at);
    visits.add(payload, at);
    activity.add(payload);
    signals.add(payload);
  }

  /**
   * The interaction.
   *
   * @param first it keeps the id; a later one has its start in it
   */
  Interaction toInteraction(boolean first) {
    Long seenEnd = end.seen();
    long endedAt = seenEnd == null ? Math.addExact(stretch.lastActivity(), gap) : seenEnd;
    List<Visit> visitsByStart = visits.visits(endedAt);
    String queue = orUnknown(queue(visitsByStart));
    LegQueues legQueues = new LegQueues(visitsByStart, queue);
    boolean outbound = attributes.direction() == Direction.OUTBOUND;
    List<FoldedLeg> folded = legs.legs(endedAt, legQueues, outbound);
    long start = attributes.start();
    return new Interaction(
        inherited.tenant(),
        first ? inherited.interactionId() : inherited.interactionId() + "@" + start,
        inherited.channel(),
        attributes.direction(),
        inherited.customerKey(),
        queue,
        attributes.issueOr(queue),
        attributes.own(),
        start,
        endedAt,
        seenEnd == null,
        attributes.isTest(),
        attributes.eligibleForBot(),
        attributes.eligibleForHandoff(),
        FoldedLeg.legs(folded),
        visitsByStart,
        SessionFold.sessions(folded, visitsByStart),
        activity.toActivity(stretch.orphans(), stretch.events().size()),
        signals.toSignals());
  }

  /** That of the first visit that names one, else as started, else of the first leg that does. */
  private @Nullable String queue(List<Visit> visitsByStart) {
    for (Visit visit : visitsByStart) {
      if (!visit.queue().equals(Interaction.UNKNOWN)) {
        return visit.queue();
      }
    }
    String started = attributes.startedQueue();
    return started != null ? started : legs.firstQueue();
  }

  private static String orUnknown(@Nullable String value) {
    return value == null ? Interaction.UNKNOWN : value;
  }
}

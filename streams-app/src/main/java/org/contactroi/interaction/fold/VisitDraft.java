package org.contactroi.interaction.fold;

import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.QueueOutcome;
import org.jspecify.annotations.Nullable;

/** What the events of one stay in a queue say: its first entry and its last exit count. */
final class VisitDraft {

  private final String visitId;
  private @Nullable String queue;
  private @Nullable Long enteredAt;
  private @Nullable Long exitedAt;
  private QueueOutcome outcome = QueueOutcome.SYSTEM;
  private @Nullable Long waitReported;

  VisitDraft(String visitId) {
    this.visitId = visitId;
  }

  void enter(Payload.QueueEntered entered, long at) {
    if (enteredAt == null) {
      enteredAt = at;
      queue = entered.queueId();
    }
  }

  void exit(Payload.QueueExited exited, long at) {
    exitedAt = at;
    outcome = exited.outcome();
    waitReported = exited.waitReported();
  }

  /** A visit without exit leaves with the interaction; one without entry starts its wait ago. */
  Visit toVisit(long interactionEnd, Rules rules) {
    long end = exitedAt == null ? interactionEnd : exitedAt;
    long waited = waited(end);
    return new Visit(
        visitId,
        queue == null ? Interaction.UNKNOWN : queue,
        enteredAt == null ? Math.subtractExact(end, waited) : enteredAt,
        end,
        outcome,
        waited,
        outcome == QueueOutcome.ANSWERED && waited <= rules.answerThreshold().toMillis(),
        outcome == QueueOutcome.ABANDONED && waited <= rules.shortAbandon().toMillis(),
        enteredAt == null || exitedAt == null);
  }

  private long waited(long end) {
    if (waitReported != null) {
      return waitReported;
    }
    return enteredAt == null ? 0 : Math.min(Math.max(0, end - enteredAt), Interaction.LONGEST_MS);
  }
}

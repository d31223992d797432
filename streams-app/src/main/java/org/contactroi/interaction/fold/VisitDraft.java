package org.contactroi.interaction.fold;

import java.util.Comparator;
import java.util.Objects;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.QueueOutcome;
import org.jspecify.annotations.Nullable;

/** What the events of one stay in a queue say: its first entry and its last exit count. */
final class VisitDraft {

  static final Comparator<VisitDraft> BY_START =
      Comparator.comparingLong(VisitDraft::start)
          .thenComparing(draft -> draft.visitId, Utf8Order.INSTANCE);

  private final String visitId;
  private @Nullable String queue;
  private @Nullable Long enteredAt;
  private @Nullable Long exitedAt;
  private boolean exitedLate;
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

  void exit(Payload.QueueExited exited, long at, boolean late) {
    exitedAt = at;
    exitedLate = late;
    outcome = exited.outcome();
    waitReported = exited.waitReported();
  }

  @Nullable String queue() {
    return queue;
  }

  /** Its exit was seen. */
  boolean isLeft() {
    return exitedAt != null;
  }

  /** As seen, else its wait before the exit, UTC ms. */
  long start() {
    if (enteredAt != null) {
      return enteredAt;
    }
    return Math.subtractExact(Objects.requireNonNull(exitedAt), waitedUntil(exitedAt));
  }

  /**
   * The visit. One without exit ends with the leg that answered it, else with the interaction, and
   * then nobody knows how long it waited.
   *
   * @param answeredAt UTC ms; null when no leg answered a visit without exit
   */
  Visit toVisit(@Nullable Long answeredAt, long interactionEnd, Rules rules) {
    boolean isInferred = exitedAt == null && answeredAt == null;
    long end = exitedAt != null ? exitedAt : answeredAt != null ? answeredAt : interactionEnd;
    QueueOutcome left = answeredAt != null ? QueueOutcome.ANSWERED : outcome;
    long waited = isInferred ? 0 : waitedUntil(exitedLate ? interactionEnd : end);
    return new Visit(
        visitId,
        queue == null ? Interaction.UNKNOWN : queue,
        start(),
        end,
        left,
        waited,
        left == QueueOutcome.ANSWERED && waited <= rules.answerThreshold().toMillis(),
        left == QueueOutcome.ABANDONED && waited <= rules.shortAbandon().toMillis(),
        enteredAt == null || exitedAt == null,
        isInferred);
  }

  private long waitedUntil(long end) {
    if (waitReported != null) {
      return waitReported;
    }
    return enteredAt == null ? 0 : Math.min(Math.max(0, end - enteredAt), Interaction.LONGEST_MS);
  }
}

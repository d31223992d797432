package org.contactroi.simulator.truth;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A stay in a queue.
 *
 * @param id id of the visit
 * @param queue the queue, {@code unknown} if its begin is not seen
 * @param start when it began
 * @param end when it ended; with the interaction if that is not seen
 * @param outcome how
 * @param waited how long, ms
 */
record Stay(String id, String queue, long start, long end, QueueOutcome outcome, long waited) {

  private static final Comparator<Stay> ORDER =
      Comparator.comparingLong(Stay::start).thenComparing(Stay::id);

  /** Returns all of an interaction, by start. */
  static List<Stay> all(Chapter chapter) {
    return Stream.concat(chapter.all(Moment.VISIT_ENTERED), chapter.all(Moment.VISIT_LEFT))
        .map(each -> (Visit) each.fact())
        .distinct()
        .map(visit -> of(visit, chapter))
        .sorted(ORDER)
        .toList();
  }

  private static Stay of(Visit visit, Chapter chapter) {
    Long entered = chapter.when(Moment.VISIT_ENTERED, visit.id());
    Long left = chapter.when(Moment.VISIT_LEFT, visit.id());
    long end = left == null ? chapter.end() : left;
    boolean isReported = left != null && visit.isReported();
    long waited = isReported ? visit.waited() : waited(entered, end);
    return new Stay(
        visit.id(),
        entered == null ? Chapter.UNKNOWN : visit.queue(),
        entered == null ? end - waited : entered,
        end,
        left == null ? QueueOutcome.SYSTEM : visit.outcome(),
        waited);
  }

  private static long waited(@Nullable Long entered, long end) {
    return entered == null ? 0 : Math.max(0, end - entered);
  }
}

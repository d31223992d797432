package org.contactroi.simulator.truth;

import java.util.List;
import java.util.stream.Stream;
import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.count.Countable;
import org.contactroi.simulator.count.Stay;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Visit;
import org.jspecify.annotations.Nullable;

/** What is seen of the stays in queues of an interaction. */
final class Stays {

  private Stays() {}

  /** Returns all of an interaction, by start. */
  static List<Stay> of(Chapter chapter) {
    return Stream.concat(chapter.all(Moment.VISIT_ENTERED), chapter.all(Moment.VISIT_LEFT))
        .map(each -> (Visit) each.fact())
        .distinct()
        .map(visit -> of(visit, chapter))
        .sorted(Stay.ORDER)
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
        entered == null ? Countable.UNKNOWN : visit.queue(),
        entered == null ? end - waited : entered,
        end,
        left == null ? QueueOutcome.SYSTEM : visit.outcome(),
        waited);
  }

  private static long waited(@Nullable Long entered, long end) {
    return entered == null ? 0 : Math.max(0, end - entered);
  }
}

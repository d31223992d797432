package org.contactroi.simulator.truth;

import java.util.List;
import java.util.Objects;
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
    return visits(chapter).map(visit -> of(visit, chapter)).sorted(Stay.ORDER).toList();
  }

  private static Stream<Visit> visits(Chapter chapter) {
    return Stream.concat(chapter.all(Moment.VISIT_ENTERED), chapter.all(Moment.VISIT_LEFT))
        .map(each -> (Visit) each.fact())
        .distinct();
  }

  /** One that is not seen to begin did so as long before its end as reported. */
  private static long start(Visit visit, Chapter chapter) {
    Long entered = chapter.when(Moment.VISIT_ENTERED, visit.id());
    return entered != null
        ? entered
        : Objects.requireNonNull(chapter.when(Moment.VISIT_LEFT, visit.id()))
            - (visit.isReported() ? visit.waited() : 0);
  }

  private static Stay of(Visit visit, Chapter chapter) {
    Long entered = chapter.when(Moment.VISIT_ENTERED, visit.id());
    Long left = chapter.when(Moment.VISIT_LEFT, visit.id());
    Long answered = left == null ? answered(visit, Objects.requireNonNull(entered), chapter) : null;
    boolean isKnown = left != null || answered != null;
    long end = left != null ? left : answered != null ? answered : chapter.end();
    boolean isReported = left != null && visit.isReported();
    Long bound =
        left == null || entered == null
            ? Long.valueOf(end)
            : chapter.bound(Moment.VISIT_LEFT, visit.id(), entered);
    long waited =
        isReported ? visit.waited() : isKnown ? waited(entered, Objects.requireNonNull(bound)) : 0;
    return new Stay(
        visit.id(),
        entered == null ? Countable.UNKNOWN : visit.queue(),
        entered == null ? end - waited : entered,
        end,
        answered != null
            ? QueueOutcome.ANSWERED
            : left == null ? QueueOutcome.SYSTEM : visit.outcome(),
        waited,
        isKnown);
  }

  /** When a person took over, before the customer came to another queue. */
  private static @Nullable Long answered(Visit visit, long entered, Chapter chapter) {
    long next =
        visits(chapter)
            .mapToLong(other -> start(other, chapter))
            .filter(start -> start > entered)
            .min()
            .orElse(Long.MAX_VALUE);
    return chapter.legs().stream()
        .filter(Sight::isAnswer)
        .filter(sight -> sight.leg().queue() == null || sight.leg().queue().equals(visit.queue()))
        .map(Sight::start)
        .filter(start -> start >= entered && start < next)
        .findFirst()
        .orElse(null);
  }

  private static long waited(@Nullable Long entered, long end) {
    return entered == null ? 0 : Math.max(0, end - entered);
  }
}

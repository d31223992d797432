package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/** Computes the stays in queues, by visit id. */
final class VisitFold {

  private static final Comparator<Visit> BY_START =
      Comparator.comparingLong(Visit::start).thenComparing(Visit::visitId, Utf8Order.INSTANCE);

  private final Map<String, VisitDraft> drafts = new HashMap<>();

  void add(Payload payload, long at, boolean late) {
    if (payload instanceof Payload.QueueEntered entered) {
      draft(entered.visitId()).enter(entered, at);
    } else if (payload instanceof Payload.QueueExited exited) {
      draft(exited.visitId()).exit(exited, at, late);
    }
  }

  private VisitDraft draft(String visitId) {
    return drafts.computeIfAbsent(visitId, VisitDraft::new);
  }

  /**
   * The visits by (start, visit id).
   *
   * @param interactionEnd end of visits without exit that nobody answered, UTC ms
   * @param answers legs of people that may have answered one, by start
   */
  List<Visit> visits(long interactionEnd, List<LegDraft> answers, Rules rules) {
    List<Visit> visits = new ArrayList<>(drafts.size());
    for (VisitDraft draft : drafts.values()) {
      Long answered = draft.isLeft() ? null : answered(draft, answers);
      visits.add(draft.toVisit(answered, interactionEnd, rules));
    }
    visits.sort(BY_START);
    return visits;
  }

  /**
   * Start of the first leg that takes over from a visit, before another begins; of visits that
   * begin together the last by id is answered.
   */
  private @Nullable Long answered(VisitDraft visit, List<LegDraft> answers) {
    long next = Long.MAX_VALUE;
    for (VisitDraft other : drafts.values()) {
      next = VisitDraft.BY_START.compare(other, visit) > 0 ? Math.min(next, other.start()) : next;
    }
    for (LegDraft leg : answers) {
      boolean fits = leg.queue() == null || leg.queue().equals(visit.queue());
      if (leg.start() >= visit.start() && leg.start() < next && fits) {
        return leg.start();
      }
    }
    return null;
  }
}

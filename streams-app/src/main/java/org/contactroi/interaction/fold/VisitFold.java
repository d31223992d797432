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

/** Computes the stays in queues, by visit id. */
final class VisitFold {

  private static final Comparator<Visit> BY_START =
      Comparator.comparingLong(Visit::start).thenComparing(Visit::visitId, Utf8Order.INSTANCE);

  private final Map<String, VisitDraft> drafts = new HashMap<>();

  void add(Payload payload, long at) {
    if (payload instanceof Payload.QueueEntered entered) {
      draft(entered.visitId()).enter(entered, at);
    } else if (payload instanceof Payload.QueueExited exited) {
      draft(exited.visitId()).exit(exited, at);
    }
  }

  private VisitDraft draft(String visitId) {
    return drafts.computeIfAbsent(visitId, VisitDraft::new);
  }

  /**
   * The visits by (start, visit id).
   *
   * @param interactionEnd end of visits without exit, UTC ms
   */
  List<Visit> visits(long interactionEnd, Rules rules) {
    List<Visit> visits = new ArrayList<>(drafts.size());
    for (VisitDraft draft : drafts.values()) {
      visits.add(draft.toVisit(interactionEnd, rules));
    }
    visits.sort(BY_START);
    return visits;
  }
}

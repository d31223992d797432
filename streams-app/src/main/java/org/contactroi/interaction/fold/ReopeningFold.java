package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Reopening;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.ReopenedBy;

/** Finds when the customer came back. */
final class ReopeningFold {

  private final List<Long> all = new ArrayList<>(0);
  private boolean begins;
  private boolean isFirst = true;

  void add(Payload payload, long at) {
    if (isByCustomer(payload)) {
      all.add(at);
      begins |= isFirst;
    }
    isFirst = false;
  }

  static boolean isByCustomer(Payload payload) {
    return payload instanceof Payload.Reopened reopened && reopened.by() == ReopenedBy.CUSTOMER;
  }

  /** Every reopening by the customer, UTC ms, that which begins the interaction among them. */
  List<Long> all() {
    return all;
  }

  /**
   * Those that do not begin it, by time. One is a repeat when a handled leg began before it, or a
   * session that was answered, and since then no visit or human leg began and no person was asked
   * for in vain.
   *
   * @param isContact a contact of its own that the customer sought; nothing else has repeats
   */
  List<Reopening> reopenings(
      boolean isContact, List<Leg> legs, List<Visit> visits, List<FoldedSession> sessions) {
    List<Long> within = begins ? all.subList(1, all.size()) : all;
    if (within.isEmpty()) {
      return List.of();
    }
    long handledFrom = firstHandled(legs);
    NavigableSet<Long> others = others(legs, visits);
    List<Reopening> reopenings = new ArrayList<>(within.size());
    int begun = 0;
    long answeredUntil = Long.MIN_VALUE;
    for (long at : within) {
      for (; begun < sessions.size() && sessions.get(begun).session().start() < at; begun++) {
        answeredUntil = Math.max(answeredUntil, answeredUntil(sessions.get(begun), others));
      }
      reopenings.add(new Reopening(at, isContact && (handledFrom < at || at <= answeredUntil)));
    }
    return reopenings;
  }

  private static long firstHandled(List<Leg> legs) {
    for (Leg leg : legs) {
      if (leg.isHandled()) {
        return leg.start();
      }
    }
    return Long.MAX_VALUE;
  }

  private static NavigableSet<Long> others(List<Leg> legs, List<Visit> visits) {
    NavigableSet<Long> others = new TreeSet<>();
    visits.forEach(visit -> others.add(visit.start()));
    legs.stream().filter(Leg::isHuman).forEach(leg -> others.add(leg.start()));
    return others;
  }

  /** Until when a session is the last that was done for the customer, UTC ms. */
  private static long answeredUntil(FoldedSession folded, NavigableSet<Long> others) {
    BotSession session = folded.session();
    if (!session.answered()) {
      return Long.MIN_VALUE;
    }
    Long next = others.higher(session.start());
    return next == null ? folded.inVainSince() : Math.min(next, folded.inVainSince());
  }
}

package org.contactroi.simulator.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.PendingOn;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.count.Span;
import org.contactroi.simulator.ledger.Pending;

/**
 * When a contact waits for somebody else: for each, from the first that says so to the next that
 * takes it back. What has ended waits for nobody.
 */
final class Pendings {

  private final Map<PendingOn, Long> going = new EnumMap<>(PendingOn.class);
  private final List<Span> over = new ArrayList<>();

  void take(Seen each) {
    switch (each.moment()) {
      case PENDING_STARTED -> going.putIfAbsent(((Pending) each.fact()).on(), each.at());
      case PENDING_ENDED -> end(((Pending) each.fact()).on(), each.at());
      case ENDED -> {
        for (PendingOn on : PendingOn.values()) {
          end(on, each.at());
        }
      }
      default -> {}
    }
  }

  private void end(PendingOn on, long at) {
    Long from = going.remove(on);
    if (from != null && isOther(on)) {
      over.add(new Span(from, at));
    }
  }

  private static boolean isOther(PendingOn on) {
    return on == PendingOn.CUSTOMER || on == PendingOn.THIRD_PARTY;
  }

  /** Returns since when it waits for somebody, once for each. */
  Collection<Long> goingSince() {
    return going.values();
  }

  /**
   * Returns when it waits for others than the center.
   *
   * @param until when those end that nobody has ended
   */
  List<Span> onOthers(long until) {
    List<Span> all = new ArrayList<>(over);
    going.forEach(
        (on, from) -> {
          if (isOther(on)) {
            all.add(new Span(from, until));
          }
        });
    return all;
  }
}

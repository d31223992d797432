package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.PendingOn;
import org.contactroi.events.PendingStarted;
import org.contactroi.simulator.count.Span;

/** "the case waits for somebody else": for each whom it waits for, one stretch after the other. */
final class OraclePending {

  /** "Pending on CUSTOMER and THIRD_PARTY leaves resolution time." */
  private static final Set<PendingOn> OTHERS = Set.of(PendingOn.CUSTOMER, PendingOn.THIRD_PARTY);

  private final Map<PendingOn, Long> open = new EnumMap<>(PendingOn.class);
  private final List<Span> onOthers = new ArrayList<>();

  /**
   * What events say, in order. An end without a start says nothing; what has ended waits for
   * nobody.
   */
  OraclePending(List<InteractionEvent> events) {
    for (InteractionEvent event : events) {
      long at = OracleEvents.at(event);
      if (event.getPayload() instanceof PendingStarted started) {
        open.putIfAbsent(started.getOn(), at);
      } else if (event.getPayload() instanceof PendingEnded ended) {
        end(ended.getOn(), at);
      } else if (event.getPayload() instanceof InteractionEnded) {
        List.copyOf(open.keySet()).forEach(on -> end(on, at));
      }
    }
  }

  private void end(PendingOn on, long at) {
    Long from = open.remove(on);
    if (from != null && OTHERS.contains(on)) {
      onOthers.add(new Span(from, at));
    }
  }

  /** When it waits for somebody else than the center; what is open lasts until an instant. */
  List<Span> onOthers(long until) {
    List<Span> all = new ArrayList<>(onOthers);
    open.forEach(
        (on, from) -> {
          if (OTHERS.contains(on)) {
            all.add(new Span(from, until));
          }
        });
    return all;
  }

  /** "is no silence, up to G": until when, for whomever it waits; an instant if it does not. */
  long quietUntil(long otherwise, long longest) {
    return open.values().stream().map(from -> from + longest).reduce(otherwise, Math::max);
  }
}

package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.count.Countable;
import org.contactroi.simulator.count.Stay;
import org.contactroi.simulator.count.Utf8;

/** One stay in a queue: all events of one visit_id. Times are milliseconds. */
final class OracleVisit {

  private final String id;

  /** The queue, if an enter named one. */
  final Optional<String> queue;

  final long start;

  /** When it ended: with the interaction as long as nothing says so. */
  long exit;

  private boolean ends;
  private QueueOutcome outcome;
  private long wait;

  private OracleVisit(String id, List<InteractionEvent> events, OracleInteraction interaction) {
    this.id = id;
    List<InteractionEvent> enters = OracleEvents.with(QueueEntered.class, events);
    List<InteractionEvent> exits = OracleEvents.with(QueueExited.class, events);
    Optional<QueueExited> last =
        OracleEvents.payloads(QueueExited.class, events).stream().reduce((earlier, later) -> later);
    Optional<Long> reported = last.map(QueueExited::getWaitMsReported);
    queue =
        OracleEvents.payloads(QueueEntered.class, events).stream()
            .findFirst()
            .map(QueueEntered::getQueueId);
    // "No exit: SYSTEM at the interaction's end, imputed", and "has no wait"
    ends = !exits.isEmpty();
    exit = exits.isEmpty() ? interaction.end : OracleEvents.at(exits.get(exits.size() - 1));
    outcome = last.map(QueueExited::getOutcome).orElse(QueueOutcome.SYSTEM);
    if (enters.isEmpty()) {
      // "No enter: wait = reported, else 0."
      wait = reported.orElse(0L);
      start = exit - wait;
    } else {
      // "wait = reported, else max(0, exit - enter)"
      start = OracleEvents.at(enters.get(0));
      wait = reported.orElse(0L);
      if (ends && reported.isEmpty()) {
        InteractionEvent exited = exits.get(exits.size() - 1);
        wait = OracleLeg.measured(interaction.capped(exited, start) - start);
      }
    }
  }

  /** The visits "in the order of start and visit_id". */
  static List<OracleVisit> of(OracleInteraction interaction) {
    Map<String, List<InteractionEvent>> byId = new TreeMap<>(Utf8.ORDER);
    for (InteractionEvent event : interaction.events) {
      if (event.getPayload() instanceof QueueEntered entered) {
        byId.computeIfAbsent(entered.getVisitId(), none -> new ArrayList<>()).add(event);
      } else if (event.getPayload() instanceof QueueExited exited) {
        byId.computeIfAbsent(exited.getVisitId(), none -> new ArrayList<>()).add(event);
      }
    }
    List<OracleVisit> visits = new ArrayList<>();
    byId.forEach((id, events) -> visits.add(new OracleVisit(id, events, interaction)));
    visits.sort(Comparator.comparingLong(visit -> visit.start));
    for (int i = 0; i < visits.size(); i++) {
      long next = i + 1 < visits.size() ? visits.get(i + 1).start : Long.MAX_VALUE;
      visits.get(i).answer(OracleSegment.of(interaction.events), next);
    }
    return visits;
  }

  /**
   * "A visit without exit that a human PRIMARY leg follows (same queue or none stated, before any
   * other visit begins): ANSWERED at that leg's start".
   */
  private void answer(List<OracleSegment> segments, long nextVisit) {
    if (ends) {
      return;
    }
    segments.stream()
        .filter(leg -> leg.isHuman() && leg.role() == SegmentRole.PRIMARY)
        .filter(leg -> leg.start() >= start && leg.start() < nextVisit)
        .filter(leg -> leg.ownQueue().isEmpty() || leg.ownQueue().equals(queue))
        .findFirst()
        .ifPresent(
            leg -> {
              ends = true;
              exit = leg.start();
              outcome = QueueOutcome.ANSWERED;
              wait = OracleLeg.measured(exit - start);
            });
  }

  /** As it is counted. */
  Stay stay() {
    return new Stay(id, queue.orElse(Countable.UNKNOWN), start, exit, outcome, wait, ends);
  }
}

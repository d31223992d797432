package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;

/** One stay in a queue: all events of one visit_id. Times are milliseconds. */
final class OracleVisit {

  /** The queue, if an enter named one. */
  final Optional<String> queue;

  final long start;
  final long exit;
  final QueueOutcome outcome;
  final long wait;

  /** Where its first enter, else its first exit, stands among the events of the interaction. */
  final int position;

  private OracleVisit(List<InteractionEvent> events, OracleInteraction interaction) {
    List<InteractionEvent> enters = OracleEvents.with(QueueEntered.class, events);
    List<InteractionEvent> exits = OracleEvents.with(QueueExited.class, events);
    Optional<Long> reported =
        OracleEvents.firstStated(QueueExited.class, events, QueueExited::getWaitMsReported);
    queue = OracleEvents.firstStated(QueueEntered.class, events, QueueEntered::getQueueId);
    if (exits.isEmpty()) {
      // "No exit: SYSTEM at the interaction's end, imputed."
      exit = interaction.end;
      outcome = QueueOutcome.SYSTEM;
    } else {
      exit = OracleEvents.at(exits.get(exits.size() - 1));
      outcome =
          OracleEvents.firstStated(QueueExited.class, events, QueueExited::getOutcome)
              .orElse(QueueOutcome.UNKNOWN);
    }
    if (enters.isEmpty()) {
      // "No enter: wait = reported, else 0."
      wait = reported.orElse(0L);
      start = exit - wait;
      position = interaction.events.indexOf(exits.get(0));
    } else {
      // "wait = reported, else max(0, exit - enter)"
      start = OracleEvents.at(enters.get(0));
      wait = reported.orElse(OracleLeg.measured(exit - start));
      position = interaction.events.indexOf(enters.get(0));
    }
  }

  static List<OracleVisit> of(OracleInteraction interaction) {
    Map<String, List<InteractionEvent>> byId = new LinkedHashMap<>();
    for (InteractionEvent event : interaction.events) {
      if (event.getPayload() instanceof QueueEntered entered) {
        byId.computeIfAbsent(entered.getVisitId(), none -> new ArrayList<>()).add(event);
      } else if (event.getPayload() instanceof QueueExited exited) {
        byId.computeIfAbsent(exited.getVisitId(), none -> new ArrayList<>()).add(event);
      }
    }
    List<OracleVisit> visits = new ArrayList<>();
    byId.values().forEach(events -> visits.add(new OracleVisit(events, interaction)));
    return visits;
  }

  boolean isAnswered() {
    return outcome == QueueOutcome.ANSWERED;
  }

  boolean isAbandoned() {
    return outcome == QueueOutcome.ABANDONED;
  }
}

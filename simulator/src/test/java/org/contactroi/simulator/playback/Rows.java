package org.contactroi.simulator.playback;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.Pseudonyms;

/** Hand-made rows and what becomes of them. */
final class Rows {

  static final RecordedCallEvents MAPPING =
      new RecordedCallEvents("anonymous-bank", new Pseudonyms(Pseudonyms.DEMO_KEY));

  private Rows() {}

  /** Returns a row of 17 fields; the first eleven as given, the rest after them. */
  static String row(String vru, String queue, String outcomeAndService) {
    return "AA0101 33116 9664491 2 PS 990131 ".replace(' ', '\t')
        + (vru + " " + queue + " " + outcomeAndService).replace(' ', '\t');
  }

  static List<InteractionEvent> events(RecordedCall call) {
    List<InteractionEvent> events = new ArrayList<>();
    for (CallStep step : CallStep.values()) {
      if (call.has(step)) {
        events.add(MAPPING.event(call, step));
      }
    }
    return events;
  }

  /** Returns events as {@code payload at time}, in the zone UTC. */
  static List<String> timeline(RecordedCall call) {
    return events(call).stream()
        .map(
            event -> event.getPayload().getClass().getSimpleName() + " at " + event.getOccurredAt())
        .toList();
  }
}

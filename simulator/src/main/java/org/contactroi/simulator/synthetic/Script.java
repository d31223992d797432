package org.contactroi.simulator.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.EventEnvelope;

/** What happens in one interaction, written down in any order and read in the order of time. */
final class Script {

  private record Line(long millis, SpecificRecord payload) {}

  private final EventEnvelope envelope;
  private final List<Line> lines = new ArrayList<>();
  private int lastId;

  Script(EventEnvelope envelope) {
    this.envelope = envelope;
  }

  String interactionId() {
    return envelope.interactionId();
  }

  /** Returns an id for a leg, visit, transfer, survey or order, unique in the interaction. */
  String newId(String kind) {
    lastId++;
    return kind + "-" + lastId;
  }

  /** Writes that something happens at a time, milliseconds since the epoch. */
  void at(long millis, SpecificRecord payload) {
    lines.add(new Line(millis, payload));
  }

  /**
   * Returns the events by time, those of one moment as they were written, numbered from 1.
   *
   * @param attributes attributes of the first event, which hold for the interaction
   */
  List<InteractionEvent> events(Map<String, String> attributes) {
    lines.sort(Comparator.comparingLong(Line::millis));
    List<InteractionEvent> events = new ArrayList<>(lines.size());
    for (Line line : lines) {
      Map<String, String> own = events.isEmpty() ? attributes : Map.of();
      Instant at = Instant.ofEpochMilli(line.millis());
      events.add(envelope.event(events.size() + 1, at, line.payload(), own));
    }
    return events;
  }
}

package org.contactroi.simulator.format.lines;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.contactroi.simulator.AvroFile;

/**
 * A kind of event.
 *
 * @param schema the envelope
 */
record EventKind(Schema schema) {

  /** The field of an envelope that holds what happened; in a line it has the name of that. */
  static final String PAYLOAD = "payload";

  /** Of interactions, agents, customers. */
  static final List<EventKind> ALL =
      AvroFile.SCHEMA.getTypes().stream().map(EventKind::new).toList();

  /** Returns what can happen. */
  List<Schema> payloads() {
    return schema.getField(PAYLOAD).schema().getTypes();
  }

  /** Returns the payloads that a line has. */
  List<Schema> payloadsOf(JsonNode line) {
    return payloads().stream().filter(payload -> line.has(payload.getName())).toList();
  }

  /** Returns the names that fields of a line may have. */
  Stream<String> fields() {
    return Stream.concat(envelope(), payloads().stream().map(Schema::getName));
  }

  /** Returns the kinds that a line without payload can be of, by its other fields. */
  static List<EventKind> of(JsonNode line) {
    Optional<EventKind> only =
        ALL.stream().filter(kind -> kind.own().anyMatch(line::has)).findFirst();
    return only.map(List::of).orElse(ALL);
  }

  private Stream<String> envelope() {
    return schema.getFields().stream().map(Schema.Field::name).filter(n -> !n.equals(PAYLOAD));
  }

  /** Names of the fields that no other kind has. */
  private Stream<String> own() {
    return envelope()
        .filter(
            name ->
                ALL.stream()
                    .noneMatch(kind -> !kind.equals(this) && kind.schema.getField(name) != null));
  }
}

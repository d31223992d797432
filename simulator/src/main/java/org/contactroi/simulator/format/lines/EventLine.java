package org.contactroi.simulator.format.lines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as events: the fields of the envelope, and the payload under its name.
 *
 * @param tenant whose events all are, whatever lines say; empty if that is what they say
 */
record EventLine(Optional<String> tenant) {

  private static final String TENANT = "tenant_id";
  private static final String EVENT_ID = "event_id";
  private static final String OCCURRED = "occurred_at";
  private static final String OBSERVED = "observed_at";
  private static final String SOURCE = "source_system";
  private static final String BY_HAND = "hand";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a line.
   *
   * @param faults gets everything that is wrong with it
   * @return null if something is wrong
   */
  @Nullable SpecificRecord event(byte[] line, Faults faults) {
    @Nullable ObjectNode object = object(line, faults);
    if (object == null) {
      return null;
    }
    tenant.ifPresent(name -> object.put(TENANT, name));
    List<EventKind> kinds =
        EventKind.ALL.stream().filter(kind -> !kind.payloadsOf(object).isEmpty()).toList();
    List<Schema> payloads =
        kinds.stream().flatMap(kind -> kind.payloadsOf(object).stream()).toList();
    if (payloads.size() != 1) {
      refuse(object, payloads, faults);
      return null;
    }
    SpecificRecord event = event(kinds.get(0), payloads.get(0), object, new SchemaReader(faults));
    return faults.count() == 0 ? complete(event, object) : null;
  }

  private static @Nullable ObjectNode object(byte[] line, Faults faults) {
    String allowed = "one object such as {\"occurred_at\": ..., \"InteractionEnded\": {}}";
    if (line.length > ByteLines.MOST_BYTES) {
      faults.line("longer than " + ByteLines.MOST_BYTES + " bytes", allowed);
      return null;
    }
    try {
      if (JSON.readTree(line) instanceof ObjectNode object) {
        return object;
      }
      faults.line("no object of JSON", allowed);
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      faults.line("no JSON: " + reason, allowed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }

  /** Says why it is not known what happened. */
  private static void refuse(ObjectNode object, List<Schema> payloads, Faults faults) {
    List<EventKind> kinds = EventKind.of(object);
    List<String> names =
        kinds.stream().flatMap(kind -> kind.payloads().stream()).map(Schema::getName).toList();
    if (!payloads.isEmpty()) {
      faults.line(
          "of " + String.join(" and ", payloads.stream().map(Schema::getName).toList()),
          "one payload a line");
      return;
    }
    new SchemaReader(faults)
        .refuseUnknown(object, "", kinds.stream().flatMap(EventKind::fields).distinct().toList());
    if (faults.count() == 0) {
      faults.line("without a payload", String.join(", ", names));
    }
  }

  private static SpecificRecord event(
      EventKind kind, Schema payload, ObjectNode object, SchemaReader reader) {
    String name = payload.getName();
    reader.refuseUnknown(
        object,
        "",
        kind.fields().filter(field -> !isPayload(kind, field) || field.equals(name)).toList());
    if (!object.has(SOURCE)) {
      object.put(SOURCE, BY_HAND);
    }
    SpecificRecord event = reader.record(kind.schema(), object, "", madeHere(object));
    event.put(
        kind.schema().getField(EventKind.PAYLOAD).pos(),
        reader.value(payload, object.path(name), name));
    return event;
  }

  private static boolean isPayload(EventKind kind, String field) {
    return kind.schema().getField(field) == null;
  }

  private static Set<String> madeHere(ObjectNode object) {
    return Set.copyOf(
        Stream.concat(
                Stream.of(EventKind.PAYLOAD),
                Stream.of(EVENT_ID, OBSERVED).filter(field -> !object.has(field)))
            .toList());
  }

  private static SpecificRecord complete(SpecificRecord event, ObjectNode object) {
    Schema schema = event.getSchema();
    if (!object.has(OBSERVED)) {
      Object occurred = event.get(schema.getField(OCCURRED).pos());
      event.put(schema.getField(OBSERVED).pos(), occurred);
    }
    if (!object.has(EVENT_ID)) {
      event.put(schema.getField(EVENT_ID).pos(), ContentId.of(event));
    }
    return event;
  }
}

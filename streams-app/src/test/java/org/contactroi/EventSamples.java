package org.contactroi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;

/** Events of every kind, and their page in the JSON encoding of Avro. */
public final class EventSamples {

  private static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(InteractionEvent.class, AgentEvent.class, CustomerEvent.class);

  /** 2026-03-02T09:00:00Z. */
  private static final long NINE = 1_772_442_000_000L;

  private static final Map<String, Object> VALUES =
      Map.ofEntries(
          Map.entry("event_id", "e-1"),
          Map.entry("tenant_id", "shop"),
          Map.entry("interaction_id", "call-4711"),
          Map.entry("source_system", "acd"),
          Map.entry("customer_key", "9f86d081"),
          Map.entry("queue_id", "billing"),
          Map.entry("issue_key", "invoice"),
          Map.entry("segment_id", "leg-1"),
          Map.entry("visit_id", "visit-1"),
          Map.entry("agent_id", "agent-7"),
          Map.entry("participant_id", "agent-7"),
          Map.entry("transfer_id", "transfer-1"),
          Map.entry("survey_id", "survey-1"),
          Map.entry("order_id", "order-1"),
          Map.entry("currency", "EUR"),
          Map.entry("locale", "en-GB"),
          Map.entry("resource", "gpt-small"),
          Map.entry("score", 4),
          Map.entry("scale_min", 1),
          Map.entry("scale_max", 5),
          Map.entry("live_concurrency", 1),
          Map.entry("amount_micros", 19_900_000L),
          Map.entry("margin_bp", 2_500),
          Map.entry("is_test", false),
          Map.entry("is_automatic", false),
          Map.entry("retracted", false),
          Map.entry("revision", 0),
          Map.entry("kind", "CSAT"),
          Map.entry("channel", "CHAT"));

  private EventSamples() {}

  /** An event of every payload, with a value in every field. */
  public static List<SpecificRecord> filled() {
    return all(true);
  }

  /** An event of every payload; what has a default has that. */
  public static List<SpecificRecord> plain() {
    return all(false);
  }

  private static List<SpecificRecord> all(boolean filled) {
    List<SpecificRecord> events = new ArrayList<>();
    for (Class<? extends SpecificRecord> type : EVENTS) {
      Schema schema = SpecificData.get().getSchema(type);
      for (Schema payload : schema.getField("payload").schema().getTypes()) {
        GenericRecord event = filled ? record(schema) : plain(schema);
        event.put("payload", filled ? record(payload) : plain(payload));
        events.add(specific(type, event));
      }
    }
    return events;
  }

  private static GenericRecord plain(Schema schema) {
    GenericRecord record = record(schema);
    for (Schema.Field field : schema.getFields()) {
      if (field.hasDefaultValue()) {
        record.put(field.pos(), GenericData.get().getDefaultValue(field));
      }
    }
    return record;
  }

  private static SpecificRecord specific(
      Class<? extends SpecificRecord> type, GenericRecord record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
      return new SpecificDatumReader<>(type)
          .read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The part of the page about contracts. */
  static String page() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    Schema interaction = InteractionEvent.getClassSchema();
    lines.add("A whole event:");
    lines.add("");
    lines.add("```json");
    lines.add(json(record(interaction)));
    lines.add("```");
    lines.add("");
    add(lines, "Payloads of `InteractionEvent`:", interaction);
    add(lines, "Payloads of `AgentEvent`:", AgentEvent.getClassSchema());
    add(lines, "Payloads of `CustomerEvent`:", CustomerEvent.getClassSchema());
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String title, Schema event) {
    lines.add(title);
    lines.add("");
    lines.add("```json");
    for (Schema payload : event.getField("payload").schema().getTypes()) {
      lines.add("{\"%s\": %s}".formatted(payload.getFullName(), json(record(payload))));
    }
    lines.add("```");
    lines.add("");
  }

  private static GenericRecord record(Schema schema) {
    GenericRecord record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.name(), field.schema()));
    }
    return record;
  }

  private static Object value(String name, Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case UNION -> value(name, ofUnion(name, schema));
      case ENUM -> new GenericData.EnumSymbol(schema, symbol(name, schema));
      case MAP -> Map.of("team", "night");
      case ARRAY -> List.of(value(name, schema.getElementType()));
      case STRING -> VALUES.getOrDefault(name, name);
      case INT -> VALUES.getOrDefault(name, 1);
      case LONG -> schema.getLogicalType() == null ? VALUES.getOrDefault(name, 30_000L) : NINE;
      case BOOLEAN -> VALUES.getOrDefault(name, true);
      case DOUBLE -> 1.0;
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private static Schema ofUnion(String name, Schema union) {
    List<Schema> types = union.getTypes();
    return name.equals("payload")
        ? types.get(0)
        : types.stream().filter(t -> t.getType() != Schema.Type.NULL).findFirst().orElseThrow();
  }

  private static String symbol(String name, Schema schema) {
    Object wanted = VALUES.get(name);
    return wanted != null && schema.hasEnumSymbol(wanted.toString())
        ? wanted.toString()
        : schema.getEnumSymbols().stream()
            .filter(symbol -> !symbol.equals("UNKNOWN"))
            .findFirst()
            .orElseThrow();
  }

  private static String json(GenericRecord record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JsonEncoder encoder = EncoderFactory.get().jsonEncoder(record.getSchema(), out);
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String json = out.toString(StandardCharsets.UTF_8);
    return json.isEmpty() ? "{}" : json;
  }
}

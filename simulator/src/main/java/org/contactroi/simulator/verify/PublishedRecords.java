package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.simulator.count.TotalsJson;

/** Reads a topic up to its end, keeping the last value of every key. */
final class PublishedRecords {

  private static final String QUARTER = "/quarter/";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final Consumer<String, GenericRecord> consumer;
  private final Function<GenericRecord, Map<String, ObjectNode>> parts;
  private final Set<String> families = new HashSet<>();
  private final Documents byKey = new Documents();

  private PublishedRecords(
      Consumer<String, GenericRecord> consumer,
      Function<GenericRecord, Map<String, ObjectNode>> parts) {
    this.consumer = consumer;
    this.parts = parts;
  }

  /**
   * Returns records by key; what is 0 or empty is left out.
   *
   * @param part the part of a record that is wanted
   * @throws IllegalStateException if the end does not come nearer for a minute
   */
  static Documents read(
      Consumer<String, GenericRecord> consumer,
      String topic,
      Function<GenericRecord, ObjectNode> part) {
    return readParts(consumer, topic, record -> Map.of("", part.apply(record)));
  }

  /**
   * Returns totals by {@code tenant/family/slice/value/window/start}, those of minutes left out.
   */
  static Documents readTotals(Consumer<String, GenericRecord> consumer, String topic) {
    return readParts(consumer, topic, TotalsJson::byFamily);
  }

  private static Documents readParts(
      Consumer<String, GenericRecord> consumer,
      String topic,
      Function<GenericRecord, Map<String, ObjectNode>> parts) {
    PublishedRecords published = new PublishedRecords(consumer, parts);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(of -> new TopicPartition(topic, of.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    published.readTo(consumer.endOffsets(partitions));
    return published.byKey;
  }

  private void readTo(Map<TopicPartition, Long> ends) {
    long quietSince = System.nanoTime();
    while (!isAt(ends)) {
      boolean isQuiet = true;
      for (ConsumerRecord<String, GenericRecord> record : consumer.poll(POLL)) {
        isQuiet = false;
        keep(record);
      }
      quietSince = isQuiet ? quietSince : System.nanoTime();
      if (System.nanoTime() - quietSince > SILENCE.toNanos()) {
        throw new IllegalStateException("the end was not reached: " + ends);
      }
    }
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void keep(ConsumerRecord<String, GenericRecord> record) {
    if (record.key().contains(QUARTER)) {
      return;
    }
    Map<String, ObjectNode> now = record.value() == null ? Map.of() : parts.apply(record.value());
    families.addAll(now.keySet());
    for (String family : families) {
      ObjectNode part = now.get(family);
      if (part == null) {
        byKey.remove(key(record.key(), family));
      } else {
        byKey.put(key(record.key(), family), part);
      }
    }
  }

  /** The key of a family's totals. */
  static String key(String key, String family) {
    return family.isEmpty() ? key : key.replaceFirst("/", "/" + family + "/");
  }

  /** What a record of a window says about money; empty if it says nothing. */
  static ObjectNode money(GenericRecord kpi) {
    return kpi.get("money") instanceof GenericRecord money
        ? json(money)
        : JsonNodeFactory.instance.objectNode();
  }

  /** A record as it is, without numbers for reading. */
  static ObjectNode json(GenericRecord record) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      put(json, field, record.get(field.pos()));
    }
    return json;
  }

  private static void put(ObjectNode json, Schema.Field field, Object value) {
    if (value instanceof GenericRecord record) {
      ObjectNode within = json(record);
      if (!within.isEmpty()) {
        json.set(field.name(), within);
      }
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      ArrayNode array = json.putArray(field.name());
      list.forEach(each -> array.add(json((GenericRecord) each)));
    } else if (value instanceof Integer days && isDate(field.schema())) {
      json.put(field.name(), LocalDate.ofEpochDay(days).toString());
    } else if (value instanceof Long number && number != 0) {
      json.put(field.name(), number);
    } else if (value instanceof CharSequence || value instanceof Enum<?> || isSymbol(value)) {
      json.put(field.name(), value.toString());
    }
  }

  private static boolean isSymbol(Object value) {
    return value instanceof GenericEnumSymbol<?>;
  }

  private static boolean isDate(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream().anyMatch(PublishedRecords::isDate)
        : schema.getLogicalType() != null && schema.getLogicalType().getName().equals("date");
  }
}

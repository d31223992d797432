package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the topic of the totals up to its end, keeping the last value of every key. */
final class PublishedTotals {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final Consumer<String, GenericRecord> consumer;
  private final Map<String, ObjectNode> totals = new HashMap<>();

  private PublishedTotals(Consumer<String, GenericRecord> consumer) {
    this.consumer = consumer;
  }

  /**
   * Returns totals by key; measures that are 0 or empty are left out.
   *
   * @throws IllegalStateException if the end does not come nearer for a minute
   */
  static Map<String, ObjectNode> read(Consumer<String, GenericRecord> consumer, String topic) {
    PublishedTotals published = new PublishedTotals(consumer);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(of -> new TopicPartition(topic, of.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    published.readTo(consumer.endOffsets(partitions));
    return published.totals;
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
        throw new IllegalStateException("the end of the totals was not reached: " + ends);
      }
    }
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void keep(ConsumerRecord<String, GenericRecord> record) {
    if (record.value() == null) {
      totals.remove(record.key());
    } else {
      totals.put(record.key(), json((GenericRecord) record.value().get("totals")));
    }
  }

  static ObjectNode json(GenericRecord totals) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Schema.Field field : totals.getSchema().getFields()) {
      Object value = totals.get(field.pos());
      if (value instanceof List<?> lines && !lines.isEmpty()) {
        ArrayNode array = json.putArray(field.name());
        lines.forEach(line -> array.add(line((GenericRecord) line)));
      } else if (value instanceof Long number && number != 0) {
        json.put(field.name(), number);
      }
    }
    return json;
  }

  private static ObjectNode line(GenericRecord line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Schema.Field field : line.getSchema().getFields()) {
      if (line.get(field.pos()) instanceof Number number) {
        json.put(field.name(), number.longValue());
      } else {
        json.put(field.name(), String.valueOf(line.get(field.pos())));
      }
    }
    return json;
  }
}

package org.contactroi.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.kstream.Windowed;
import org.contactroi.benchmarks.dsl.DslProgram;
import org.contactroi.benchmarks.dsl.Tally;
import org.contactroi.benchmarks.topic.Cluster;
import org.contactroi.wire.AvroDeserializer;

/** Reads the figures that a program has published. */
final class FiguresReader {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration DAY = Duration.ofDays(1);

  /** In keys of KPI records: slice, value and window. */
  private static final String ALL_OF_DAY = "/all/all/day/";

  private final Cluster cluster;

  FiguresReader(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Of the program of the DSL. */
  Figures ofDsl(DslProgram.Setup setup) {
    Map<Windowed<String>, Tally> days =
        latest(setup.days(), DslProgram.keys(DAY).deserializer(), Tally.serde().deserializer());
    return days.entrySet().stream()
        .filter(day -> DslProgram.isAll(day.getKey().key()))
        .map(Map.Entry::getValue)
        .reduce(Tally::plus)
        .map(sum -> new Figures(sum.handledLegs(), sum.handleMs(), sum.sessions(), sum.handedOff()))
        .orElse(new Figures(0, 0, 0, 0));
  }

  /** Of a pipeline, from the records of its families of KPIs. */
  Figures ofPipeline(String prefix) {
    Figures sum = new Figures(0, 0, 0, 0);
    for (GenericRecord day : days(prefix + "kpi.handle-time", "handle_time")) {
      sum = sum.plus(new Figures(number(day, "handled_legs"), number(day, "handle_ms"), 0, 0));
    }
    for (GenericRecord day : days(prefix + "kpi.containment", "containment")) {
      sum = sum.plus(new Figures(0, 0, number(day, "sessions"), number(day, "handed_off")));
    }
    return sum;
  }

  private List<GenericRecord> days(String topic, String section) {
    AvroDeserializer<GenericRecord> values = new AvroDeserializer<>();
    values.configure(Map.of("schema.registry.url", cluster.registry()), false);
    Map<String, GenericRecord> days = latest(topic, new StringDeserializer(), values);
    days.keySet().removeIf(key -> !key.contains(ALL_OF_DAY));
    return days.values().stream().map(kpi -> totals(kpi, section)).toList();
  }

  /** Contracts of older checkouts have a type for each family. */
  private static GenericRecord totals(GenericRecord kpi, String section) {
    GenericRecord totals = (GenericRecord) kpi.get("totals");
    return totals.hasField(section) ? (GenericRecord) totals.get(section) : totals;
  }

  private static long number(GenericRecord totals, String field) {
    return (Long) totals.get(field);
  }

  /** The last value of each key. */
  private <K, V> Map<K, V> latest(String topic, Deserializer<K> keys, Deserializer<V> values) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", cluster.bootstrap(),
            "isolation.level", "read_committed",
            "enable.auto.commit", "false");
    Map<K, V> latest = new HashMap<>();
    try (Consumer<K, V> consumer = new KafkaConsumer<>(settings, keys, values)) {
      List<TopicPartition> partitions = cluster.partitions(List.of(topic));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!isAtEnd(consumer, ends)) {
        consumer.poll(POLL).forEach(each -> put(each, latest));
      }
    }
    return latest;
  }

  private static boolean isAtEnd(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static <K, V> void put(ConsumerRecord<K, V> each, Map<K, V> latest) {
    Optional.ofNullable(each.value())
        .ifPresentOrElse(value -> latest.put(each.key(), value), () -> latest.remove(each.key()));
  }
}

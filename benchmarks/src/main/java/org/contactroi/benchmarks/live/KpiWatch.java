package org.contactroi.benchmarks.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.contactroi.wire.AvroDeserializer;

/** Reads committed KPI records of handle time, and sees how many probes they have counted. */
public final class KpiWatch extends Watch {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final String DAYS = Probe.TENANT + "/all/all/day/";
  private static final String SECTION = "handle_time";

  private final Map<String, Object> settings;
  private final List<TopicPartition> partitions;
  private final String registry;
  private final Arrivals arrivals;
  private final Map<String, Long> counts = new HashMap<>();

  /**
   * Of a topic.
   *
   * @param partitions all of the topic
   */
  public KpiWatch(
      String bootstrap, String registry, List<TopicPartition> partitions, Arrivals arrivals) {
    this.settings =
        Map.of(
            "bootstrap.servers", bootstrap,
            "isolation.level", "read_committed",
            "enable.auto.commit", "false");
    this.registry = registry;
    this.partitions = List.copyOf(partitions);
    this.arrivals = arrivals;
  }

  @Override
  void watch() {
    AvroDeserializer<GenericRecord> values = new AvroDeserializer<>();
    values.configure(Map.of("schema.registry.url", registry), false);
    try (Consumer<String, GenericRecord> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (isOpen()) {
        consumer.poll(POLL).forEach(this::see);
      }
    }
  }

  private void see(ConsumerRecord<String, GenericRecord> kpi) {
    if (kpi.key().startsWith(DAYS) && kpi.value() != null) {
      GenericRecord totals = (GenericRecord) kpi.value().get("totals");
      GenericRecord section =
          totals.hasField(SECTION) ? (GenericRecord) totals.get(SECTION) : totals;
      counts.put(kpi.key(), (Long) section.get("handled_legs"));
      arrivals.see(counts.values().stream().mapToLong(Long::longValue).sum(), System.nanoTime());
    }
  }
}

package org.contactroi.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.serve.RecordReader;
import org.contactroi.topic.Topics;

/** Reads topics of totals and KPI records from begin to current end, committed records only. */
final class TotalsTopic {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReader records;
  private final Topics topics;

  TotalsTopic(Consumer<byte[], byte[]> consumer, RecordReader records, Topics topics) {
    this.consumer = consumer;
    this.records = records;
    this.topics = topics;
  }

  /** The totals of a tenant's days whose keys pass, by key. */
  Map<TotalsKey, Totals> days(String tenant, Predicate<TotalsKey> wanted) {
    String prefix = Keys.escape(tenant) + "/";
    String day = "/" + WindowSize.DAY.id() + "/";
    Map<TotalsKey, Totals> totals = new TreeMap<>(Comparator.comparing(TotalsKey::text));
    newest(topics.totals(), key -> key.startsWith(prefix) && key.contains(day))
        .forEach(
            (text, value) -> {
              TotalsKey key = TotalsKey.parse(text);
              if (key.window() == WindowSize.DAY && wanted.test(key)) {
                totals.put(key, records.totals(topics.totals(), key.family(), value));
              }
            });
    return totals;
  }

  /** The zone on the KPI records of a tenant's days, if there is one. */
  Optional<String> zone(String tenant) {
    String prefix = Keys.escape(tenant) + "/all/all/" + WindowSize.DAY.id() + "/";
    String topic = topics.kpi(Family.VOLUME);
    return newest(topic, key -> key.startsWith(prefix)).values().stream()
        .findFirst()
        .map(value -> records.kpi(topic, Family.VOLUME, value).zone());
  }

  /** The last value of each key that is not a tombstone. */
  private Map<String, byte[]> newest(String topic, Predicate<String> wanted) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<String, byte[]> newest = new HashMap<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> consumed : consumer.poll(POLL)) {
        add(newest, consumed, wanted);
      }
    }
    return newest;
  }

  private static void add(
      Map<String, byte[]> newest,
      ConsumerRecord<byte[], byte[]> consumed,
      Predicate<String> wanted) {
    String key = new String(consumed.key(), StandardCharsets.UTF_8);
    if (!wanted.test(key)) {
      return;
    }
    if (consumed.value() == null) {
      newest.remove(key);
    } else {
      newest.put(key, consumed.value());
    }
  }
}

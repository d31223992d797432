package org.contactroi.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Drained;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.live.LiveSlice;
import org.contactroi.record.RecordReader;

/** What a pipeline has published, as any consumer reads it: committed records only. */
record Outputs(AppConfig config) {

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /** Magic byte and schema id. */
  private static final int HEADER_BYTES = 5;

  /** Waits until the pipeline has nothing left to do. */
  void awaitDrained() {
    try (Drained drained = new Drained(config)) {
      drained.await(() -> {});
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Waits until the group of the pipeline has so many members, one a thread, and no more moves. */
  void awaitMembers(int threads) {
    Awaitility.await("the group settles " + config.streams().applicationId())
        .pollInterval(Duration.ofMillis(250))
        .atMost(PATIENCE)
        .until(() -> hasMembers(threads));
  }

  private boolean hasMembers(int threads) throws ExecutionException, InterruptedException {
    String group = config.streams().applicationId();
    try (Admin admin = Admin.create(config.kafka().admin())) {
      return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
          .allMatch(
              now -> now.groupState() == GroupState.STABLE && now.members().size() == threads);
    }
  }

  /** Bodies of the totals, without header, by key. */
  Map<String, byte[]> totalsBodies() {
    Map<String, byte[]> bodies = new TreeMap<>();
    read(
        config.topics().names().totals(),
        published -> {
          if (published.value() == null) {
            bodies.remove(published.key());
          } else {
            byte[] value = published.value();
            bodies.put(published.key(), Arrays.copyOfRange(value, HEADER_BYTES, value.length));
          }
        });
    return bodies;
  }

  /** What the days of a family add up to, in the slice of all, of every tenant. */
  Totals daysOfAll(Family family) {
    return totals().entrySet().stream()
        .filter(total -> total.getKey().family() == family)
        .filter(total -> total.getKey().window() == WindowSize.DAY)
        .filter(total -> total.getKey().slice().by().equals("all"))
        .map(Map.Entry::getValue)
        .reduce(Totals.zero(family), Totals::plus);
  }

  /** The newest totals by key. */
  Map<TotalsKey, Totals> totals() {
    Map<String, byte[]> newest = new HashMap<>();
    read(
        config.topics().names().totals(),
        published -> newest.put(published.key(), published.value()));
    Map<TotalsKey, Totals> totals = new HashMap<>();
    try (RecordReader reader =
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes())) {
      newest.forEach(
          (text, value) -> {
            if (value != null) {
              totals.putAll(
                  reader.totals(config.topics().names().totals(), RowKey.of(text), value));
            }
          });
    }
    return totals;
  }

  /** What is open now, by key: the load, and since when the one waits that waits longest. */
  Map<String, String> live() {
    String topic = config.topics().names().live();
    Map<String, String> live = new TreeMap<>();
    try (RecordReader reader =
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes())) {
      read(
          topic,
          published -> {
            if (published.value() == null) {
              live.remove(published.key());
            } else {
              LiveSlice slice =
                  reader.live(topic, LiveSlice.Key.of(published.key()), published.value());
              live.put(published.key(), slice.load() + " since " + slice.waitingSince());
            }
          });
    }
    return live;
  }

  /** All records of a topic. */
  List<ConsumerRecord<String, byte[]>> records(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    read(topic, records::add);
    return records;
  }

  private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> sink) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(sink);
      }
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        config.kafka().consumer(), new StringDeserializer(), new ByteArrayDeserializer());
  }
}

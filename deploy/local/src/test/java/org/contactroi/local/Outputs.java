package org.contactroi.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.contactroi.app.AppConfig;
import org.contactroi.app.Drained;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.serve.RecordReader;

/** What a pipeline has published, as any consumer reads it: committed records only. */
record Outputs(AppConfig config) {

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /** Magic byte and schema id. */
  private static final int HEADER_BYTES = 5;

  private record Ends(Map<TopicPartition, Long> offsets) {}

  /**
   * Waits until the pipeline has nothing left to do: it has committed everything in its input and
   * its repartition topics, and for some seconds nothing was added to them, to the totals or to the
   * statements.
   */
  void awaitDrained() {
    Ends[] before = {new Ends(Map.of())};
    long[] moved = {System.nanoTime()};
    Awaitility.await("the pipeline drains " + config.topics().names().prefix())
        .pollInterval(Duration.ofMillis(250))
        .during(quiet())
        .forever()
        .failFast(
            "nothing has moved for " + PATIENCE,
            () -> System.nanoTime() - moved[0] > PATIENCE.toNanos())
        .until(
            () -> {
              Ends now = ends();
              boolean quiet = now.equals(before[0]) && isCommitted(now);
              moved[0] = now.equals(before[0]) ? moved[0] : System.nanoTime();
              before[0] = now;
              return quiet;
            });
  }

  /** Longer than anything takes from one stage through the next. */
  private Duration quiet() {
    return config
        .streams()
        .flushInterval()
        .plus(config.streams().commitInterval())
        .multipliedBy(2)
        .plusSeconds(5);
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
              TotalsKey key = TotalsKey.parse(text);
              totals.put(key, reader.totals(config.topics().names().totals(), key.family(), value));
            }
          });
    }
    return totals;
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

  /** Nothing lies behind what was committed but ends of transactions, which are records too. */
  private boolean isCommitted(Ends ends) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(config.kafka().admin())) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(config.streams().applicationId())
              .partitionsToOffsetAndMetadata()
              .get();
      List<String> inputs = Drained.inputs(config);
      Map<TopicPartition, Long> behind = new HashMap<>();
      ends.offsets()
          .forEach(
              (partition, end) -> {
                OffsetAndMetadata done = committed.get(partition);
                if (inputs.contains(partition.topic()) && (done == null || done.offset() < end)) {
                  behind.put(partition, done == null ? 0 : done.offset());
                }
              });
      return behind.isEmpty() || isEmpty(behind, ends);
    }
  }

  private boolean isEmpty(Map<TopicPartition, Long> from, Ends to) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      consumer.assign(from.keySet());
      from.forEach(consumer::seek);
      while (from.keySet().stream()
          .anyMatch(
              partition ->
                  consumer.position(partition) < to.offsets().getOrDefault(partition, 0L))) {
        if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
          return false;
        }
      }
      return true;
    } catch (OffsetOutOfRangeException e) {
      // More was committed meanwhile, and what lies before it deleted.
      return false;
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        config.kafka().consumer(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private Ends ends() throws ExecutionException, InterruptedException {
    List<String> topics = new ArrayList<>(Drained.inputs(config));
    topics.add(config.topics().names().totals());
    topics.add(config.topics().names().roi());
    try (Admin admin = Admin.create(config.kafka().admin())) {
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      partitions(admin, topics).forEach(p -> latest.put(p, OffsetSpec.latest()));
      Map<TopicPartition, Long> offsets = new HashMap<>();
      admin
          .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
          .all()
          .get()
          .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
      return new Ends(offsets);
    }
  }

  private static List<TopicPartition> partitions(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = new ArrayList<>();
    admin
        .describeTopics(topics)
        .allTopicNames()
        .get()
        .forEach(
            (topic, description) ->
                description
                    .partitions()
                    .forEach(p -> partitions.add(new TopicPartition(topic, p.partition()))));
    return partitions;
  }
}

package org.contactroi.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.contactroi.events.InteractionEvent;
import org.contactroi.wire.AvroSerde;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Polls and decodes all events of interactions, in one thread. */
@Command(name = "read", hidden = true)
final class ReadCommand implements Callable<Integer> {

  /** What it says before the first poll. */
  static final String RUNNING = "running";

  /** What it says after the last event, with their number; it ends when its input ends. */
  static final String DONE = "done ";

  private static final Duration POLL = Duration.ofMillis(100);

  @Mixin private ClusterAddress address = new ClusterAddress();

  @Option(names = "--topic", required = true)
  private String topic = "";

  @Override
  public Integer call() throws IOException {
    try (Deserializer<InteractionEvent> events = events();
        Consumer<String, InteractionEvent> consumer =
            new KafkaConsumer<>(settings(), new StringDeserializer(), events)) {
      System.out.println(RUNNING);
      System.out.println(DONE + read(consumer));
      while (System.in.read() >= 0) {
        // Until it has been measured.
      }
    }
    return 0;
  }

  private long read(Consumer<String, InteractionEvent> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    long left = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    long interactions = 0;
    long read = 0;
    while (read < left) {
      for (ConsumerRecord<String, InteractionEvent> each : consumer.poll(POLL)) {
        interactions += each.value().getInteractionId().equals(each.key()) ? 1 : 0;
        read++;
      }
    }
    if (interactions != read) {
      throw new IllegalStateException(
          "%d of %d events have another key than their interaction"
              .formatted(read - interactions, read));
    }
    return read;
  }

  private Deserializer<InteractionEvent> events() {
    return AvroSerde.ofValues(
            InteractionEvent.class, Map.of("schema.registry.url", address.registry()))
        .deserializer();
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", address.bootstrap());
    settings.put("enable.auto.commit", "false");
    settings.put("isolation.level", "read_committed");
    settings.put("max.poll.records", "5000");
    settings.put("max.partition.fetch.bytes", Integer.toString(4 << 20));
    return settings;
  }
}

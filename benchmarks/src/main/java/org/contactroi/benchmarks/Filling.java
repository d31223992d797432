package org.contactroi.benchmarks;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.contactroi.benchmarks.process.Checkout;
import org.contactroi.benchmarks.process.Child;
import org.contactroi.benchmarks.topic.Cluster;
import org.contactroi.topic.Topics;

/** Publishes the events that all programs read, by the simulator, with none of its faults. */
final class Filling {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Site site;
  private final Checkout checkout;
  private final PipelineConfig config;

  Filling(Site site, Checkout checkout, PipelineConfig config) {
    this.site = site;
    this.checkout = checkout;
    this.config = config;
  }

  /** Publishes, and counts what was published. */
  Published publish(BenchPlan.Events events) throws InterruptedException {
    new PipelineProcess(site, checkout, config).makeTopics("fill");
    simulate(arguments(events));
    Topics topics = config.topics();
    Cluster cluster = site.cluster();
    return new Published(
        cluster.count(topics.interactionEvents()),
        cluster.count(topics.agentEvents()) + cluster.count(topics.customerEvents()),
        interactions());
  }

  private void simulate(List<String> arguments) throws InterruptedException {
    Child simulator = site.children().start("simulate", checkout.command(arguments), Map.of());
    while (!simulator.hasEndedWithin(BETWEEN_LINES)) {
      site.progress()
          .tell(
              "%,d events of interactions"
                  .formatted(site.cluster().count(config.topics().interactionEvents())));
    }
    simulator.awaitEnd();
  }

  private List<String> arguments(BenchPlan.Events events) {
    return List.of(
        "simulate",
        "--bootstrap",
        config.bootstrap(),
        "--registry",
        config.registry(),
        "--topic-prefix",
        config.topics().prefix(),
        "--scenario",
        events.scenario(),
        "--rate",
        events.rate(),
        "--from",
        BenchPlan.Events.FROM,
        "--day-zero",
        events.dayZero(),
        "--duration",
        events.days() + "d",
        "--speed",
        "max",
        "--faults",
        "0");
  }

  /** Different keys. */
  private long interactions() {
    Set<String> ids = new HashSet<>();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", config.bootstrap(), "enable.auto.commit", "false");
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          site.cluster().partitions(List.of(config.topics().interactionEvents()));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long left =
          consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      while (left > 0) {
        var polled = consumer.poll(POLL);
        polled.forEach(each -> ids.add(each.key()));
        left -= polled.count();
      }
    }
    return ids.size();
  }
}

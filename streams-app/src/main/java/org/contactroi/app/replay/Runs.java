package org.contactroi.app.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.outputs.RunRecord;
import org.jspecify.annotations.Nullable;

/** The replays of the events, as topic {@code runs} has them. */
final class Runs implements AutoCloseable {

  private final AppConfig config;
  private final String topic;
  private final Producer<String, SpecificRecord> producer;

  private Runs(AppConfig config) {
    this.config = config;
    this.topic = config.topics().names().runs();
    Map<String, Object> properties = new HashMap<>(config.kafka().producer());
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    this.producer = new KafkaProducer<>(properties);
  }

  /**
   * Those of a configuration.
   *
   * @throws IllegalStateException if the topic is missing
   */
  static Runs open(AppConfig config) {
    RequiredTopics.check(config, List.of(config.topics().names().runs()));
    return new Runs(config);
  }

  /** All replays by name. */
  SortedMap<String, RunRecord> all() {
    SortedMap<String, RunRecord> runs = new TreeMap<>();
    try (PublishedTopics topics = PublishedTopics.open(config, ReadingProgress.SILENT)) {
      topics.read(
          topic,
          "",
          (name, value) -> {
            if (value == null) {
              runs.remove(name);
            } else {
              runs.put(name, (RunRecord) topics.decode(topic, value));
            }
          });
    }
    return runs;
  }

  /** A replay; null if there is none of the name. */
  @Nullable RunRecord find(ReplayName name) {
    return all().get(name.text());
  }

  /**
   * A replay that has to be there.
   *
   * @throws IllegalStateException naming those that are
   */
  RunRecord get(ReplayName name) {
    SortedMap<String, RunRecord> all = all();
    RunRecord run = all.get(name.text());
    if (run == null) {
      throw new IllegalStateException(
          "there is no replay '%s'; there are: %s"
              .formatted(name, all.isEmpty() ? "none" : String.join(", ", all.keySet())));
    }
    return run;
  }

  /** Publishes what a replay is now. */
  void put(RunRecord run) {
    send(run.getName(), run);
  }

  /** Takes a replay out. */
  void remove(ReplayName name) {
    send(name.text(), null);
  }

  private void send(String name, @Nullable RunRecord run) {
    try {
      producer.send(new ProducerRecord<>(topic, name, run)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "what replay '%s' is was not published: %s".formatted(name, e.getCause()), e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}

package org.contactroi.app.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
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
import org.contactroi.app.topics.TopicProvisioner;
import org.contactroi.outputs.RunRecord;
import org.jspecify.annotations.Nullable;

/** Topic {@code runs}, which has the replays of the events. */
public final class Runs implements AutoCloseable {

  private final AppConfig base;
  private final String topic;
  private final Producer<String, SpecificRecord> producer;

  private Runs(AppConfig base) {
    this.base = base;
    this.topic = base.topics().names().runs();
    Map<String, Object> properties = new HashMap<>(base.kafka().producer());
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    this.producer = new KafkaProducer<>(properties);
  }

  /**
   * The topic of a configuration, to be written.
   *
   * @throws IllegalStateException if it is missing
   */
  public static Runs open(AppConfig base) {
    RequiredTopics.check(base, List.of(base.topics().names().runs()));
    return new Runs(base);
  }

  /**
   * What the topic of a configuration says now; where there is no topic there are no replays.
   *
   * @throws IllegalStateException naming brokers that cannot be reached
   */
  public static KnownRuns known(AppConfig base) {
    base.kafka().requireReachable();
    return new KnownRuns(base, exists(base) ? read(base) : new TreeMap<>());
  }

  private static boolean exists(AppConfig base) {
    try (Admin admin = Admin.create(base.kafka().admin())) {
      return TopicProvisioner.await(admin.listTopics().names())
          .contains(base.topics().names().runs());
    }
  }

  private static SortedMap<String, RunRecord> read(AppConfig base) {
    String topic = base.topics().names().runs();
    SortedMap<String, RunRecord> runs = new TreeMap<>();
    try (PublishedTopics topics = PublishedTopics.open(base, ReadingProgress.SILENT)) {
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

  /** What it says now. */
  public KnownRuns known() {
    return new KnownRuns(base, read(base));
  }

  /** Publishes what a replay is now. */
  public void put(RunRecord run) {
    send(run.getName(), run);
  }

  /** Takes a replay out. */
  public void remove(ReplayName name) {
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

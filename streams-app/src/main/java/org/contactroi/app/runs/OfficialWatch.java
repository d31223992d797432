package org.contactroi.app.runs;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.outputs.RunRecord;
import org.contactroi.record.RecordReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks which run is official, and tells when it is another. Goes on whatever happens. */
public final class OfficialWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OfficialWatch.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final AppConfig base;
  private final Consumer<KnownRuns> told;
  private final Thread thread;
  private String official;
  private volatile boolean stopped;

  /**
   * Begins to look.
   *
   * @param official the name of the run that is taken to be official so far
   * @param told of runs whose official one is another, by the thread of the watch
   */
  public OfficialWatch(AppConfig base, String official, Consumer<KnownRuns> told) {
    this.base = base;
    this.official = official;
    this.told = told;
    this.thread = new Thread(this::run, "official-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!stopped) {
      try {
        follow();
      } catch (RuntimeException e) {
        if (!stopped) {
          LOG.warn("It is not known for a while which run is official: {}", e.getMessage());
          sleep();
        }
      }
    }
  }

  private void follow() {
    String topic = base.topics().names().runs();
    SortedMap<String, RunRecord> runs = new TreeMap<>();
    try (RecordReader records =
            RecordReader.of(base.kafka().valueDeserializer(), base.kafka().serdes());
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(
                base.kafka().consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      if (partitions.isEmpty()) {
        sleep();
        return;
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!stopped) {
        for (ConsumerRecord<String, byte[]> read : consumer.poll(POLL)) {
          if (read.value() == null) {
            runs.remove(read.key());
          } else {
            runs.put(read.key(), (RunRecord) records.decode(topic, read.value()));
          }
        }
        if (isRead(consumer, partitions)) {
          tell(new KnownRuns(base, runs));
        }
      }
    }
  }

  /** What is not read to its end may say what holds no more. */
  private static boolean isRead(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
    return partitions.stream().allMatch(each -> consumer.currentLag(each).orElse(1) == 0);
  }

  private void tell(KnownRuns known) {
    String now = known.official();
    if (!now.equals(official)) {
      LOG.info("Run {} is official from now on", now);
      told.accept(known);
      official = now;
    }
  }

  private void sleep() {
    try {
      Thread.sleep(RETRY.toMillis());
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

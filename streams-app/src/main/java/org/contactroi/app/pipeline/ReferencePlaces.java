package org.contactroi.app.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.CompactedTopic;
import org.contactroi.app.topics.ReadingProgress;

/**
 * Finds where reference records stand: global tables do not keep it, and it is rarely asked for.
 */
final class ReferencePlaces {

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final String topic;

  /**
   * Reads a topic anew for every place.
   *
   * @param consumers without a group
   */
  ReferencePlaces(Supplier<Consumer<byte[], byte[]>> consumers, String topic) {
    this.consumers = consumers;
    this.topic = topic;
  }

  static ReferencePlaces of(AppConfig config) {
    return new ReferencePlaces(
        () ->
            new KafkaConsumer<>(
                config.kafka().consumer(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()),
        config.topics().names().reference());
  }

  /** Partition and offset of the last record of a key, as a text; why not, if it is not found. */
  String place(String key) {
    AtomicReference<String> place = new AtomicReference<>("no longer in the topic");
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      new CompactedTopic(consumer, ReadingProgress.SILENT)
          .records(
              topic,
              consumed -> {
                if (key.equals(new String(consumed.key(), UTF_8))) {
                  place.set(
                      "partition %d, offset %d".formatted(consumed.partition(), consumed.offset()));
                }
              });
      return String.valueOf(place.get());
    } catch (KafkaException e) {
      return "place not found: " + e.getMessage();
    }
  }
}

package org.contactroi.local;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.wire.AvroSerializer;
import org.jspecify.annotations.Nullable;

/** Puts events and other bytes into the input of a pipeline by hand. */
final class Events implements AutoCloseable {

  static final String TENANT = "acme";
  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

  private final String topic;
  private final KafkaProducer<String, byte[]> producer;
  private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>();

  Events(AppConfig config) {
    topic = config.topics().names().interactionEvents();
    serializer.configure(config.kafka().serdes(), false);
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                String.valueOf(config.kafka().admin().get("bootstrap.servers")),
                "max.request.size",
                "8000000",
                "compression.type",
                "gzip"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** An interaction of one event: it ends. */
  void interaction(String id) throws ExecutionException, InterruptedException {
    send(id, started(TENANT, id));
  }

  void send(String key, InteractionEvent event) throws ExecutionException, InterruptedException {
    send(key, serializer.serialize(topic, event));
  }

  /** A record of another contract. */
  void ofAnotherContract(String key, String contractTopic, SpecificRecord value)
      throws ExecutionException, InterruptedException {
    send(key, serializer.serialize(contractTopic, value));
  }

  void send(String key, byte @Nullable [] value) throws ExecutionException, InterruptedException {
    producer.send(new ProducerRecord<>(topic, key, value)).get();
  }

  /** Puts an event on a partition, whatever its key. */
  void sendTo(int partition, InteractionEvent event)
      throws ExecutionException, InterruptedException {
    byte[] value = serializer.serialize(topic, event);
    producer.send(new ProducerRecord<>(topic, partition, event.getInteractionId(), value)).get();
  }

  static InteractionEvent started(String tenant, String id) {
    return InteractionEvent.newBuilder(event(tenant, id))
        .setEventId("s")
        .setPayload(
            InteractionStarted.newBuilder()
                .setChannel(Channel.VOICE)
                .setDirection(Direction.INBOUND)
                .build())
        .build();
  }

  static InteractionEvent event(String tenant, String id) {
    return InteractionEvent.newBuilder()
        .setEventId("e")
        .setTenantId(tenant)
        .setInteractionId(id)
        .setOccurredAt(AT)
        .setObservedAt(AT)
        .setSourceSystem("test")
        .setPayload(new InteractionEnded(EndedBy.CUSTOMER))
        .build();
  }

  @Override
  public void close() {
    producer.close();
    serializer.close();
  }
}

package org.contactroi.simulator;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to their topics in the order they come, each with its key. The record timestamp is
 * the producer's, the time of publication: event time is part of the event, and old record
 * timestamps would let the broker delete what has just arrived.
 */
public final class TopicSink implements EventSink {

  private final Producer<String, byte[]> producer;
  private final Serializer<SpecificRecord> serializer;
  private final Function<EventTopic, String> names;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * Creates a sink.
   *
   * @param producer is closed with the sink
   * @param serializer writes events; is closed with the sink
   * @param names names of the topics
   */
  public TopicSink(
      Producer<String, byte[]> producer,
      Serializer<SpecificRecord> serializer,
      Function<EventTopic, String> names) {
    this.producer = producer;
    this.serializer = serializer;
    this.names = names;
  }

  @Override
  public void accept(SpecificRecord event) throws InterruptedException {
    accept(event, Damage.NONE);
  }

  // The callback tells of a failure; a future per event would only be thrown away.
  @SuppressWarnings("FutureReturnValueIgnored")
  @Override
  public void accept(SpecificRecord event, Damage damage) throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
    failOnRefusal();
    EventTopic topic = EventTopic.of(event);
    try {
      String name = names.apply(topic);
      byte[] bytes = serializer.serialize(name, event);
      byte[] arrived = damage == Damage.NONE ? bytes : damage.on(bytes);
      producer.send(new ProducerRecord<>(name, topic.key(event), arrived), this::completed);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  private void completed(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
    if (exception != null) {
      failure.compareAndSet(null, exception);
    }
  }

  @Override
  public void flush() {
    producer.flush();
    failOnRefusal();
  }

  @Override
  public void close() {
    producer.close();
    serializer.close();
  }

  private void failOnRefusal() {
    Exception refusal = failure.get();
    if (refusal != null) {
      throw refused(refusal);
    }
  }

  private PublishException refused(Exception cause) {
    String topic = names.apply(EventTopic.INTERACTION_EVENTS);
    return new PublishException("publishing to " + topic + " and its like failed", cause);
  }
}

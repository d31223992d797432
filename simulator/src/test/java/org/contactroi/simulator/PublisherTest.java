package org.contactroi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.junit.jupiter.api.Test;

class PublisherTest {

  private static final String TOPIC = "contact-roi.interaction-events";
  private static final Serializer<SpecificRecord> EVENT_BYTES = (topic, event) -> new byte[1];

  private static MockProducer<String, byte[]> producer(boolean completes) {
    return new MockProducer<>(completes, null, new StringSerializer(), new ByteArraySerializer());
  }

  private static InteractionEvent event(String interaction) {
    return new EventEnvelope("demo", "test", interaction, false)
        .event(1, Instant.parse("1999-01-01T00:00:00Z"), new InteractionEnded(EndedBy.CUSTOMER));
  }

  private static EventSource source(InteractionEvent... events) {
    Iterator<InteractionEvent> iterator = List.of(events).iterator();
    return new EventSource() {
      @Override
      public OptionalDouble share() {
        return OptionalDouble.empty();
      }

      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public InteractionEvent next() {
        return iterator.next();
      }
    };
  }

  private static Publisher publisher(MockProducer<String, byte[]> producer) {
    return new Publisher(
        new TopicSink(producer, EVENT_BYTES, topic -> "contact-roi." + topic.suffix()));
  }

  @Test
  void eventsAreKeyedByInteractionAndStampedByTheProducer() {
    MockProducer<String, byte[]> producer = producer(true);

    PublishSummary summary =
        publisher(producer).publish(source(event("a"), event("b")), Pacer.max(), Progress.silent());

    assertThat(summary.events()).isEqualTo(2);
    assertThat(summary.interrupted()).isFalse();
    assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a", "b");
    assertThat(producer.history()).extracting(ProducerRecord::topic).containsOnly(TOPIC);
    assertThat(producer.history()).extracting(ProducerRecord::timestamp).containsOnlyNulls();
    assertThat(producer.history()).extracting(ProducerRecord::partition).containsOnlyNulls();
  }

  @Test
  void damagedEventsAreSentAsTheyArriveUnderTheSameKey() throws InterruptedException {
    MockProducer<String, byte[]> producer = producer(true);
    Serializer<SpecificRecord> ofEvents = (topic, event) -> new byte[] {0, 0, 0, 0, 1, 5};

    new TopicSink(producer, ofEvents, EventTopic::suffix).accept(event("a"), Damage.UNKNOWN_SCHEMA);

    assertThat(producer.history())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.key()).isEqualTo("a");
              assertThat(sent.value()).containsExactly(0, 0x7f, 0xff, 0xff, 0xfe, 5);
            });
  }

  @Test
  void eventTheBrokerRefusesFailsTheRunWithItsCause() {
    MockProducer<String, byte[]> producer = producer(false);
    TopicAuthorizationException refusal = new TopicAuthorizationException(TOPIC);
    Pacer refusing = occurredAt -> producer.errorNext(refusal);

    assertThatThrownBy(
            () ->
                publisher(producer)
                    .publish(source(event("a"), event("b")), refusing, Progress.silent()))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining(TOPIC)
        .hasCause(refusal);
  }

  @Test
  void eventThatCannotBeSerializedFailsTheRunWithItsCause() {
    SerializationException cause = new SerializationException("registry unreachable");
    MockProducer<String, byte[]> producer = producer(true);
    producer.sendException = cause;

    assertThatThrownBy(
            () -> publisher(producer).publish(source(event("a")), Pacer.max(), Progress.silent()))
        .isInstanceOf(PublishException.class)
        .hasCause(cause);
  }

  @Test
  void interruptEndsTheRunInGoodOrder() {
    MockProducer<String, byte[]> producer = producer(true);
    Pacer stopping =
        occurredAt -> {
          if (!producer.history().isEmpty()) {
            throw new InterruptedException();
          }
        };

    PublishSummary summary =
        publisher(producer).publish(source(event("a"), event("b")), stopping, Progress.silent());

    assertThat(summary.interrupted()).isTrue();
    assertThat(summary.events()).isEqualTo(1);
    assertThat(producer.flushed()).isTrue();
  }
}

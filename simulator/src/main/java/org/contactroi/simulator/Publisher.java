package org.contactroi.simulator;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.contactroi.events.InteractionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Sends a source's events to a topic in the order they come, keyed by interaction id, each when its
 * pacer says so. The record timestamp is the producer's, the time of publication: event time is
 * part of the event, and old record timestamps would let the broker delete what has just arrived.
 *
 * <p>Interrupting the thread stops a run in good order: what was sent is flushed, and the summary
 * says so. The producer is the caller's to close.
 */
public final class Publisher {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Producer<String, InteractionEvent> producer;
  private final String topic;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public Publisher(Producer<String, InteractionEvent> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /**
   * Publishes all events of a source and waits until the broker has acknowledged them.
   *
   * @throws PublishException if the broker or the registry refused an event, with the cause
   */
  public PublishSummary publish(EventSource source, Pacer pacer, Progress progress) {
    long start = System.nanoTime();
    long sent = 0;
    boolean interrupted = false;
    progress.start(source.expectedCount());
    try {
      while (source.hasNext()) {
        InteractionEvent event = source.next();
        pacer.await(event.getOccurredAt());
        send(event);
        progress.done(++sent);
      }
    } catch (InterruptedException | InterruptException e) {
      interrupted = true;
    }
    // The producer refuses to flush in an interrupted thread.
    interrupted |= Thread.interrupted();
    flush();
    progress.end();
    return new PublishSummary(sent, (System.nanoTime() - start) / NANOS_PER_SECOND, interrupted);
  }

  // The callback tells of a failure; a future per event would only be thrown away.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void send(InteractionEvent event) throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
    failOnRefusal();
    try {
      producer.send(new ProducerRecord<>(topic, event.getInteractionId(), event), this::completed);
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

  private void flush() {
    producer.flush();
    failOnRefusal();
  }

  private void failOnRefusal() {
    Exception refusal = failure.get();
    if (refusal != null) {
      throw refused(refusal);
    }
  }

  private PublishException refused(Exception cause) {
    return new PublishException("publishing to " + topic + " failed", cause);
  }
}

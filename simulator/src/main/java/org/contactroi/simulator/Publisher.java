package org.contactroi.simulator;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Hands a source's events to a sink in the order they come, each when its pacer says so.
 *
 * <p>Interrupting the thread stops a run in good order: what was taken is flushed, and the summary
 * says so. The sink is the caller's to close.
 */
public final class Publisher {

  private static final double NANOS_PER_SECOND = 1e9;

  private final EventSink sink;

  public Publisher(EventSink sink) {
    this.sink = sink;
  }

  /**
   * Publishes all events of a source and waits until they are safe.
   *
   * @throws PublishException if an event was refused, with the cause
   */
  public PublishSummary publish(EventSource source, Pacer pacer, Progress progress) {
    long start = System.nanoTime();
    long sent = 0;
    boolean interrupted = false;
    progress.start();
    try {
      while (source.hasNext()) {
        SpecificRecord event = source.next();
        pacer.await(EventTopic.of(event).observedAt(event));
        sink.accept(event, source.damage());
        progress.done(++sent, source);
      }
    } catch (InterruptedException | InterruptException e) {
      interrupted = true;
    }
    // A producer refuses to flush in an interrupted thread.
    interrupted |= Thread.interrupted();
    sink.flush();
    progress.end(source);
    return new PublishSummary(sent, (System.nanoTime() - start) / NANOS_PER_SECOND, interrupted);
  }
}

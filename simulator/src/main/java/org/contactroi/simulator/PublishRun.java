package org.contactroi.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.contactroi.events.InteractionEvent;

/**
 * One run of a command: opens the producer, publishes, closes it. A signal to end the process
 * (Ctrl-C) ends the run in good order, with what was sent flushed.
 */
public final class PublishRun {

  private static final Duration GRACE = Duration.ofSeconds(15);

  private final ClusterSettings settings;
  private final Pacer pacer;

  public PublishRun(ClusterSettings settings, Pacer pacer) {
    this.settings = settings;
    this.pacer = pacer;
  }

  /**
   * Publishes a source with a progress line on the standard error stream.
   *
   * @param report receives the summary, also when the process is about to end
   * @throws PublishException if an event was refused
   */
  public void publish(EventSource source, Consumer<PublishSummary> report) {
    Thread run = Thread.currentThread();
    CountDownLatch reported = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(run, reported), "stop-publishing");
    Runtime.getRuntime().addShutdownHook(stop);
    try (KafkaProducer<String, InteractionEvent> producer = settings.openProducer()) {
      report.accept(
          new Publisher(producer, settings.interactionEventsTopic())
              .publish(source, pacer, Progress.onStandardError()));
    } finally {
      reported.countDown();
      removeHook(stop);
    }
  }

  private static void stop(Thread run, CountDownLatch reported) {
    run.interrupt();
    try {
      boolean inTime = reported.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        System.err.println("stopped before the broker had acknowledged every event");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      // The process is ending, which is why the run was stopped: the hook is at work.
    }
  }
}

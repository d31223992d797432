package org.contactroi.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One run of a command: opens the sink, publishes, closes it. A signal to end the process (Ctrl-C)
 * ends the run in good order, with what was sent flushed.
 */
public final class PublishRun {

  private static final Duration GRACE = Duration.ofSeconds(15);

  private final Supplier<EventSink> sinks;
  private final Pacer pacer;

  /**
   * Creates a run.
   *
   * @param sinks opens where events go
   * @param pacer when each is due
   */
  public PublishRun(Supplier<EventSink> sinks, Pacer pacer) {
    this.sinks = sinks;
    this.pacer = pacer;
  }

  /**
   * Publishes a source with a progress line on the standard error stream.
   *
   * @param report receives the summary, also when the process is about to end
   * @return the same summary
   * @throws PublishException if an event was refused
   */
  public PublishSummary publish(EventSource source, Consumer<PublishSummary> report) {
    Thread run = Thread.currentThread();
    CountDownLatch reported = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(run, reported), "stop-publishing");
    Runtime.getRuntime().addShutdownHook(stop);
    try (EventSink sink = sinks.get()) {
      PublishSummary summary =
          new Publisher(sink).publish(source, pacer, Progress.onStandardError());
      report.accept(summary);
      return summary;
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
        System.err.println("stopped before every event was safe");
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

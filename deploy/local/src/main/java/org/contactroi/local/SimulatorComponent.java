package org.contactroi.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.EventSink;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.Pacer;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.PublishSummary;
import org.contactroi.simulator.Publisher;
import org.contactroi.simulator.Speed;

/**
 * A simulated center that runs until it is stopped: its history at once, and when that has become
 * figures, what comes after it in the rhythm of time. Both are parts of one simulation.
 */
final class SimulatorComponent implements Component {

  private static final Duration CATCH_UP_POLL = Duration.ofMillis(200);

  /**
   * What is simulated, and how.
   *
   * @param isResumed whether some of it may be published already
   * @param speed multiple of real time when it is live
   */
  record Plan(DemoSimulation simulation, boolean isResumed, Speed speed) {}

  private final Plan plan;
  private final ClusterSettings cluster;
  private final Clock clock = Clock.systemUTC();
  private final CountDownLatch published = new CountDownLatch(1);
  private final CountDownLatch live = new CountDownLatch(1);
  private final PublicationThread<PublishSummary> publication;

  SimulatorComponent(Plan plan, ClusterSettings cluster) {
    this.plan = plan;
    this.cluster = cluster;
    this.publication = new PublicationThread<>("simulator", this::simulate);
  }

  /** Where events go. */
  static ClusterSettings cluster(String bootstrap, String registry, String topicPrefix) {
    return ClusterSettings.of(
        new Properties(),
        new ClusterSettings.Overrides(bootstrap, registry, topicPrefix, Pseudonyms.DEMO_KEY));
  }

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public String start() {
    publication.start();
    Double factor = plan.speed().factor();
    return String.format(
        Locale.ROOT,
        "%s, seed %d, %s x real time",
        plan.simulation().scenarioFound().name(),
        plan.simulation().seed(),
        factor == null ? "max" : factor);
  }

  /** Whether all history is published; what comes after it waits for {@link #goLive}. */
  boolean isHistoryPublished() {
    return published.getCount() == 0;
  }

  /** Lets time pass. */
  void goLive() {
    live.countDown();
  }

  /**
   * Checks that it still publishes.
   *
   * @throws IllegalStateException with the cause if it does not
   */
  void requireAlive() throws InterruptedException {
    if (publication.isDone()) {
      publication.await();
    }
  }

  @Override
  public void close() {
    publication.stop();
  }

  private PublishSummary simulate() {
    EventSource all = plan.simulation().events(new Pseudonyms(cluster.pseudonymKey()));
    EventSource events =
        plan.isResumed() ? new Unpublished(all, PublishedEvents.read(cluster)) : all;
    try (EventSink sink = cluster.openSink()) {
      return new Publisher(sink).publish(events, afterHistory(sink), Progress.silent());
    }
  }

  private Pacer afterHistory(EventSink sink) {
    Pacer pacer = plan.speed().pacer();
    return moment -> {
      if (moment.isBefore(plan.simulation().live())) {
        return;
      }
      if (!isHistoryPublished()) {
        sink.flush();
        published.countDown();
      }
      live.await();
      pacer.await(moment);
      awaitClock(moment);
    };
  }

  private void awaitClock(Instant moment) throws InterruptedException {
    while (moment.isAfter(clock.instant())) {
      Thread.sleep(CATCH_UP_POLL.toMillis());
    }
  }
}

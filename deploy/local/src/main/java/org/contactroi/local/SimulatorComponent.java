package org.contactroi.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.Pacer;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.PublishSummary;
import org.contactroi.simulator.Publisher;
import org.contactroi.simulator.Speed;
import org.contactroi.simulator.synthetic.Scenario;
import org.contactroi.simulator.synthetic.SyntheticSource;

/** A simulated center that runs until it is stopped. */
final class SimulatorComponent implements Component {

  /** Tenant of the events. */
  static final String TENANT = "demo";

  private static final double CONTACTS_PER_HOUR = 600;

  /** Events of the future would be refused: one that is faster than time begins in the past. */
  private static final Duration HEAD_START = Duration.ofDays(30);

  private static final Duration CATCH_UP_POLL = Duration.ofMillis(200);

  /**
   * How it runs.
   *
   * @param speed multiple of real time
   * @param seed decides everything that is drawn
   */
  record Pace(Speed speed, long seed) {}

  private final Pace pace;
  private final ClusterSettings cluster;
  private final Supplier<Instant> reached;
  private final Clock clock = Clock.systemUTC();
  private final PublicationThread<PublishSummary> publication;

  /**
   * @param reached the event time that an earlier run has reached
   */
  SimulatorComponent(Pace pace, ClusterSettings cluster, Supplier<Instant> reached) {
    this.pace = pace;
    this.cluster = cluster;
    this.reached = reached;
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
    Double factor = pace.speed().factor();
    return String.format(
        Locale.ROOT,
        "%.0f contacts/h, %s x real time, seed %d",
        CONTACTS_PER_HOUR,
        factor == null ? "max" : factor,
        pace.seed());
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
    Scenario scenario =
        new Scenario(
            TENANT,
            pace.seed(),
            CONTACTS_PER_HOUR,
            from(),
            ZoneOffset.UTC,
            new Scenario.Limit(null, null));
    SyntheticSource source = new SyntheticSource(scenario, new Pseudonyms(cluster.pseudonymKey()));
    try (KafkaProducer<String, InteractionEvent> producer = cluster.openProducer()) {
      return new Publisher(producer, cluster.interactionEventsTopic())
          .publish(source, notAheadOfTime(pace.speed().pacer()), Progress.silent());
    }
  }

  /** What comes before the time an earlier run has reached would be late. */
  private Instant from() {
    Double factor = pace.speed().factor();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant begin = factor != null && factor <= 1 ? now : now.minus(HEAD_START);
    Instant earlier = reached.get();
    return earlier.isAfter(begin) && earlier.isBefore(now) ? earlier : begin;
  }

  private Pacer notAheadOfTime(Pacer pacer) {
    return occurredAt -> {
      pacer.await(occurredAt);
      while (occurredAt.isAfter(clock.instant())) {
        Thread.sleep(CATCH_UP_POLL.toMillis());
      }
    };
  }
}

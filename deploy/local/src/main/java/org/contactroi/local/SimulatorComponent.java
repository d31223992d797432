package org.contactroi.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.EventSink;
import org.contactroi.simulator.Pacer;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.PublishSummary;
import org.contactroi.simulator.Publisher;
import org.contactroi.simulator.Speed;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.center.Simulation;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;

/** A simulated center that runs until it is stopped. */
final class SimulatorComponent implements Component {

  /** Tenant of the events. */
  static final String TENANT = "demo";

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
        "%s, %s x real time, seed %d",
        Scenarios.DEFAULT,
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

  /** What happens in the center. */
  static Scenario scenario() {
    return Scenarios.of(Scenarios.DEFAULT).withTenant(TENANT);
  }

  /** Its local day is day 0 of a scenario that is live now. */
  static Instant dayZero(Scenario scenario, Instant now) {
    return now.minus(Duration.ofDays(scenario.period().liveDay()));
  }

  private PublishSummary simulate() {
    Scenario scenario = scenario();
    Run run = Run.from(pace.seed(), from()).withDayZero(dayZero(scenario, clock.instant()));
    Pseudonyms pseudonyms = new Pseudonyms(cluster.pseudonymKey());
    Simulation simulation = new Simulation(scenario, run, pseudonyms, Ledger.NONE);
    try (EventSink sink = cluster.openSink()) {
      return new Publisher(sink)
          .publish(simulation, notAheadOfTime(pace.speed().pacer()), Progress.silent());
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
    return moment -> {
      pacer.await(moment);
      while (moment.isAfter(clock.instant())) {
        Thread.sleep(CATCH_UP_POLL.toMillis());
      }
    };
  }
}

package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.leg;
import static org.contactroi.topology.Sent.started;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages hold what arrives, and work on it before a commit or when it is much. */
class BeforeCommitTest {

  private static final Map<String, String> KEYS = Map.of("policy.default.lateness", "100d");

  private static final InteractionEvent[] EVENTS = {
    started("a", "2026-05-31T22:00:00Z", "c"),
    leg("a", "2026-05-31T22:01:00Z"),
    ended("a", "2026-05-31T22:02:00Z"),
    started("b", "2026-05-31T22:20:00Z", "c"),
    leg("b", "2026-05-31T22:21:00Z"),
    ended("b", "2026-05-31T22:22:00Z")
  };

  @TempDir Path stateDir;

  private static int facts(Driven driven) {
    return driven.records(TOPICS.interactions()).size();
  }

  @Test
  void workIsDoneBeforeTheCommitOfWhatArrivedAndAllTheWayWithoutAClock() {
    try (Driven driven = Driven.committing(stateDir, KEYS)) {
      driven.send(EVENTS);

      assertThat(driven.days(TENANT, HandleTime.FAMILY).get(HandleTime.HANDLED_LEGS)).isEqualTo(2);
      assertThat(driven.totalsKeys()).contains("acme/volume/all/all/minute/2026-05-31T22:22:00Z");
    }
  }

  @Test
  void workBeforeEachCommitGivesTheTotalsOfWorkByTheClock() {
    try (Driven committing = Driven.committing(stateDir.resolve("committing"), KEYS);
        Driven byClock = new Driven(stateDir.resolve("by-clock"), KEYS)) {
      committing.send(EVENTS).flush();
      byClock.send(EVENTS).flush();

      assertThat(committing.totals()).isEqualTo(byClock.totals()).isNotEmpty();
      assertThat(committing.alive(TOPICS.episodes())).isEqualTo(byClock.alive(TOPICS.episodes()));
    }
  }

  @Test
  void whatArrivesIsHeldUntilTheClockGoesOn() {
    try (Driven driven = new Driven(stateDir, KEYS)) {
      driven.send(EVENTS);
      assertThat(facts(driven)).isZero();

      driven.pass(Duration.ofMillis(100));

      assertThat(facts(driven)).isEqualTo(2);
    }
  }

  @Test
  void muchThatArrivesIsWorkedOnAtOnce() {
    Map<String, String> keys = new HashMap<>(KEYS);
    keys.put("batch.events", "3");
    try (Driven driven = new Driven(stateDir, keys)) {
      driven.send(EVENTS[0], EVENTS[1]);
      assertThat(facts(driven)).isZero();

      driven.send(EVENTS[2]);

      assertThat(facts(driven)).isEqualTo(1);
    }
  }

  @Test
  void aRestartGoesOnFromTheLastCommitAndWhatCameSinceComesAgain() {
    Driven driven = new Driven(stateDir.resolve("first"), KEYS);
    driven.send(EVENTS[0], EVENTS[1], EVENTS[2], EVENTS[3]).flush();
    driven.send(EVENTS[4], EVENTS[5]);

    try (Driven restarted = driven.restarted(stateDir.resolve("second"))) {
      restarted.flush();
      assertThat(restarted.days(TENANT, HandleTime.FAMILY).get(HandleTime.HANDLED_LEGS))
          .isEqualTo(1);

      restarted.send(EVENTS[4], EVENTS[5]).flush();

      assertThat(restarted.days(TENANT, HandleTime.FAMILY).get(HandleTime.HANDLED_LEGS))
          .isEqualTo(2);
      assertThat(restarted.days(TENANT, Volume.FAMILY).get(Volume.INBOUND)).isEqualTo(2);
      assertThat(restarted.alive(TOPICS.episodes())).as("one of each purpose").hasSize(2);
      assertThat(restarted.totalsKeys())
          .containsAll(
              List.of(
                  "acme/handle-time/all/all/minute/2026-05-31T22:01:00Z",
                  "acme/handle-time/all/all/minute/2026-05-31T22:21:00Z"));
    }
  }
}

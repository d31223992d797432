package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.event;
import static org.contactroi.topology.Sent.leg;
import static org.contactroi.topology.Sent.started;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.ReopenedBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.EpisodeRecord;
import org.contactroi.outputs.InteractionFact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure follows the set of the events, whatever came first. */
class FactsTest {

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of());
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  private Totals resolution() {
    return driven.days(TENANT, FirstContactResolution.FAMILY);
  }

  private Totals handle() {
    return driven.days(TENANT, HandleTime.FAMILY);
  }

  @Test
  void aCustomerKeyThatComesLateMovesTheInteractionToItsCustomer() {
    driven.send(leg("a", "2026-05-01T10:01:00Z")).flush();
    assertThat(resolution().get(FirstContactResolution.EPISODES)).isEqualTo(1);
    assertThat(resolution().get(FirstContactResolution.IDENTIFIED)).isZero();

    driven.send(started("a", "2026-05-01T10:00:00Z", "c")).flush();

    assertThat(resolution().get(FirstContactResolution.EPISODES)).isEqualTo(1);
    assertThat(resolution().get(FirstContactResolution.IDENTIFIED)).isEqualTo(1);
    assertThat(handle().get(HandleTime.HANDLED_LEGS)).isEqualTo(1);
    assertThat(driven.alive(TOPICS.episodes()).values())
        .isNotEmpty()
        .allMatch(episode -> ((EpisodeRecord) episode).getIdentified());
    assertThat(driven.newest(TOPICS.episodes())).containsEntry("acme/fcr/a", null);
  }

  @Test
  void anAttributeThatNothingCanBeSlicedByStopsNothing() {
    InteractionEvent leg =
        InteractionEvent.newBuilder(leg("a", "2026-05-01T10:01:00Z"))
            .setAttributes(Map.of("Größe / 尺寸", "XL", "", "nameless"))
            .build();

    driven.send(started("a", "2026-05-01T10:00:00Z", "c"), leg).flush();

    assertThat(handle().get(HandleTime.HANDLED_LEGS)).isEqualTo(1);
  }

  @Test
  void aDuplicateChangesNothing() {
    InteractionEvent leg = leg("a", "2026-05-01T10:01:00Z");
    driven.send(started("a", "2026-05-01T10:00:00Z", "c"), leg).flush();
    int published = driven.records(TOPICS.totals()).size();

    driven.send(leg, leg).flush();

    assertThat(driven.records(TOPICS.totals())).hasSize(published);
  }

  @Test
  void aGreaterRevisionWinsInEitherOrder() {
    InteractionEvent first = leg("a", "2026-05-01T10:01:00Z");
    InteractionEvent second =
        InteractionEvent.newBuilder(leg("a", "2026-05-01T10:05:00Z"))
            .setRevision(1)
            .setAttributes(Map.of("corrected", "yes"))
            .build();
    driven.send(second, first).flush();

    assertThat(handle().get(HandleTime.HANDLED_LEGS)).isEqualTo(1);
    InteractionFact fact =
        (InteractionFact) Objects.requireNonNull(driven.alive(TOPICS.interactions()).get("acme/a"));
    assertThat(fact.getLegs().get(0).getEnd()).isEqualTo("2026-05-01T10:05:00Z");
  }

  @Test
  void aRetractionTakesBackWhatTheEventSaidAndLeavesNothingOfAnEmptyInteraction() {
    InteractionEvent leg = leg("a", "2026-05-01T10:01:00Z");
    driven.send(leg).flush();
    assertThat(driven.alive(TOPICS.totals())).isNotEmpty();

    driven.send(InteractionEvent.newBuilder(leg).setRevision(1).setRetracted(true).build()).flush();

    assertThat(driven.alive(TOPICS.totals())).isEmpty();
    assertThat(driven.newest(TOPICS.interactions())).containsEntry("acme/a", null);
    assertThat(driven.alive(TOPICS.episodes())).isEmpty();
    assertThat(driven.alive(TOPICS.kpi(HandleTime.FAMILY))).isEmpty();
  }

  @Test
  void aSilenceCutsAnInteractionAndALateEventHealsIt() {
    driven.send(
        started("a", "2026-05-01T10:00:00Z", "c"),
        event("a", "again", "2026-05-02T20:00:00Z", new InteractionReopened(ReopenedBy.UNKNOWN))
            .build());
    driven.flush();
    assertThat(driven.alive(TOPICS.interactions()))
        .containsOnlyKeys(
            "acme/a", "acme/a@" + Instant.parse("2026-05-02T20:00:00Z").toEpochMilli());

    driven
        .send(
            event(
                    "a",
                    "between",
                    "2026-05-02T05:00:00Z",
                    new InteractionReopened(ReopenedBy.UNKNOWN))
                .build())
        .flush();

    assertThat(driven.alive(TOPICS.interactions())).containsOnlyKeys("acme/a");
    Totals volume = driven.days(TENANT, Volume.FAMILY);
    assertThat(volume.get(Volume.INBOUND)).isEqualTo(1);
    assertThat(resolution().get(FirstContactResolution.EPISODES)).isEqualTo(1);
  }

  @Test
  void tenantsShareNothing() {
    driven.send(
        leg("a", "2026-05-01T10:01:00Z"),
        InteractionEvent.newBuilder(started("a", "2026-05-01T10:02:00Z", null))
            .setTenantId("other")
            .build());
    driven.flush();

    assertThat(handle().get(HandleTime.HANDLED_LEGS)).isEqualTo(1);
    assertThat(driven.days("other", HandleTime.FAMILY).isZero()).isTrue();
    assertThat(driven.days("other", Volume.FAMILY).get(Volume.INBOUND)).isEqualTo(1);
  }

  @Test
  void whatBelongsToNoContactCountsAtItsOwnTimeAndAsAnOrphanOnly() {
    driven.send(ended("a", "2026-05-01T10:02:00Z"));
    driven.flush();

    Totals volume = driven.days(TENANT, Volume.FAMILY);
    assertThat(volume.get(Volume.ORPHANS)).isEqualTo(1);
    assertThat(volume.get(Volume.INBOUND)).isZero();
    assertThat(driven.alive(TOPICS.interactions())).isEmpty();
  }
}

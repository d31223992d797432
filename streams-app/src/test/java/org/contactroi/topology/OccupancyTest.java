package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.state;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contactroi.events.AgentEvent;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Occupancy;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States of agents and legs of interactions on their way to hours and days. */
class OccupancyTest {

  private static final Slice ALL = new Slice("all", List.of());

  @TempDir private Path stateDir;
  private Driven driven;

  @BeforeEach
  void open() {
    driven = new Driven(stateDir, Map.of("policy.india.zone", "Asia/Kolkata"));
  }

  @AfterEach
  void close() {
    driven.close();
  }

  private Totals window(WindowSize size, Slice slice, String start) {
    return window(TENANT, size, slice, start);
  }

  private Totals window(String tenant, WindowSize size, Slice slice, String start) {
    long at = Instant.parse(start).toEpochMilli();
    TotalsKey key = new TotalsKey(tenant, Family.OCCUPANCY, slice, size, at);
    return driven.totals(Family.OCCUPANCY).getOrDefault(key, Totals.zero(Family.OCCUPANCY));
  }

  private static Totals minutes(long handling, long idle, long paid, long effort) {
    return Totals.builder(Family.OCCUPANCY)
        .add(Occupancy.HANDLING_MS, handling * 60_000)
        .add(Occupancy.IDLE_MS, idle * 60_000)
        .add(Occupancy.PAID_MS, paid * 60_000)
        .add(Occupancy.EFFORT_MS, effort * 60_000)
        .build();
  }

  private static Slice team(String name) {
    return new Slice("team", List.of(name));
  }

  private static AgentEvent in(String tenant, AgentEvent event) {
    return AgentEvent.newBuilder(event).setTenantId(tenant).build();
  }

  private static AgentEvent later(AgentEvent event, int revision) {
    return AgentEvent.newBuilder(event).setRevision(revision).build();
  }

  @Test
  void aChangeOfTeamInsideAnHourPartsItAndTheTenantHasBoth() {
    driven
        .send(
            state("jo", "2026-05-01T10:15:00Z", "red", true),
            state("jo", "2026-05-01T10:30:00Z", "blue", false),
            state("jo", "2026-05-01T11:10:00Z", null, true),
            state("al", "2026-05-01T10:00:00Z", "red", true),
            state("al", "2026-05-01T10:20:00Z", "red", true))
        .flush();

    String ten = "2026-05-01T10:00:00Z";
    assertThat(window(WindowSize.HOUR, team("red"), ten)).isEqualTo(minutes(0, 35, 35, 0));
    assertThat(window(WindowSize.HOUR, team("blue"), ten)).isEqualTo(minutes(0, 0, 30, 0));
    assertThat(window(WindowSize.HOUR, ALL, ten)).isEqualTo(minutes(0, 35, 65, 0));
    assertThat(window(WindowSize.DAY, ALL, "2026-05-01T00:00:00Z"))
        .isEqualTo(minutes(0, 35, 75, 0));
    assertThat(driven.totals(Family.OCCUPANCY).keySet())
        .extracting(TotalsKey::window)
        .doesNotContain(WindowSize.MINUTE);
  }

  @Test
  void hoursAreThoseOfTheTenantsZone() {
    driven
        .send(
            in("india", state("jo", "2026-05-01T18:00:00Z", "red", true)),
            in("india", state("jo", "2026-05-01T19:00:00Z", "red", false)))
        .flush();

    assertThat(window("india", WindowSize.HOUR, ALL, "2026-05-01T17:30:00Z"))
        .isEqualTo(minutes(0, 30, 30, 0));
    assertThat(window("india", WindowSize.HOUR, ALL, "2026-05-01T18:30:00Z"))
        .isEqualTo(minutes(0, 30, 30, 0));
    assertThat(window("india", WindowSize.DAY, ALL, "2026-05-01T18:30:00Z"))
        .isEqualTo(minutes(0, 30, 30, 0));
  }

  @Test
  void aStateThatComesLateBetweenTwoOthersChangesBothDays() {
    driven
        .send(
            state("jo", "2026-05-01T23:00:00Z", "red", true),
            state("jo", "2026-05-02T01:00:00Z", "red", false))
        .flush();

    driven.send(state("jo", "2026-05-01T23:30:00Z", "blue", false)).flush();

    assertThat(window(WindowSize.DAY, ALL, "2026-05-01T00:00:00Z"))
        .isEqualTo(minutes(0, 30, 60, 0));
    assertThat(window(WindowSize.DAY, team("blue"), "2026-05-01T00:00:00Z"))
        .isEqualTo(minutes(0, 0, 30, 0));
    assertThat(window(WindowSize.DAY, team("blue"), "2026-05-02T00:00:00Z"))
        .isEqualTo(minutes(0, 0, 60, 0));
  }

  @Test
  void ofSeveralRecordsOfOneEventTheGreatestRevisionCountsAndARetractedOneSaysNothing() {
    AgentEvent in = state("jo", "2026-05-01T10:00:00Z", "red", true);
    AgentEvent out = state("jo", "2026-05-01T11:00:00Z", "red", false);
    AgentEvent earlier =
        AgentEvent.newBuilder(later(out, 1))
            .setOccurredAt(Instant.parse("2026-05-01T10:30:00Z"))
            .build();
    driven.send(in, earlier, out, in, out).flush();
    assertThat(driven.days(TENANT, Family.OCCUPANCY)).isEqualTo(minutes(0, 30, 30, 0));

    driven.send(AgentEvent.newBuilder(earlier).setRetracted(true).build(), earlier).flush();

    assertThat(driven.totals(Family.OCCUPANCY)).isEmpty();
  }

  @Test
  void aTestSaysNothing() {
    AgentEvent test =
        AgentEvent.newBuilder(state("jo", "2026-05-01T10:30:00Z", "blue", false))
            .setIsTest(true)
            .build();

    driven
        .send(
            state("jo", "2026-05-01T10:00:00Z", "red", true),
            test,
            state("jo", "2026-05-01T11:00:00Z", "red", true))
        .flush();

    assertThat(driven.days(TENANT, Family.OCCUPANCY)).isEqualTo(minutes(0, 60, 60, 0));
  }
}

package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.event;
import static org.contactroi.topology.Sent.legEnded;
import static org.contactroi.topology.Sent.legStarted;
import static org.contactroi.topology.Sent.state;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentStarted;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Occupancy;
import org.contactroi.topology.agent.AgentStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** States of agents and legs of interactions on their way to hours and days. */
@ExtendWith(RandomNumbers.class)
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
    TotalsKey key = new TotalsKey(tenant, Occupancy.FAMILY, slice, size, at);
    return driven.totals(Occupancy.FAMILY).getOrDefault(key, Totals.zero(Occupancy.FAMILY));
  }

  private static Totals minutes(long handling, long idle, long paid, long effort) {
    return Totals.builder(Occupancy.FAMILY)
        .add(Occupancy.HANDLING_MS, handling * 60_000)
        .add(Occupancy.IDLE_MS, idle * 60_000)
        .add(Occupancy.PAID_MS, paid * 60_000)
        .add(Occupancy.EFFORT_MS, effort * 60_000)
        .add(Occupancy.HANDLING_SUM_MS, effort * 60_000)
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
    assertThat(driven.totals(Occupancy.FAMILY).keySet())
        .extracting(TotalsKey::window)
        .doesNotContain(WindowSize.MINUTE);
  }

  @Test
  void nothingIsForgottenOfAgentsWhoseEventsComeLongAfterTheInteractions() {
    AgentEvent in = state("jo", "2026-01-05T10:00:00Z", "red", true);
    driven.send(ended("far-ahead", "2026-05-30T12:00:00Z")).flush();

    driven.send(in, state("jo", "2026-01-05T12:00:00Z", "red", false)).flush();
    driven.send(state("jo", "2026-01-06T10:00:00Z", "red", true)).flush();
    driven.send(ended("further", "2026-05-31T12:00:00Z")).flush().flush();
    driven.send(in).flush();

    assertThat(window(WindowSize.DAY, ALL, "2026-01-05T00:00:00Z"))
        .isEqualTo(minutes(0, 120, 120 + 12 * 60, 0));
  }

  @Test
  void agentsOfOneTenantDoNotSayThatThoseOfAnotherHaveNone(@TempDir Path restarted) {
    AgentEvent in = state("jo", "2026-01-05T10:00:00Z", "red", true);
    driven.send(ended("far-ahead", "2026-05-30T12:00:00Z")).flush();
    driven.send(in("india", state("al", "2026-05-30T10:00:00Z", "red", true))).flush();

    driven.send(in, state("jo", "2026-01-05T12:00:00Z", "red", false)).flush();
    driven.send(state("jo", "2026-01-06T10:00:00Z", "red", true)).flush();
    driven = driven.restarted(restarted).flush();
    driven.send(in).flush();

    assertThat(window(WindowSize.DAY, ALL, "2026-01-05T00:00:00Z"))
        .isEqualTo(minutes(0, 120, 120 + 12 * 60, 0));
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
    assertThat(driven.days(TENANT, Occupancy.FAMILY)).isEqualTo(minutes(0, 30, 30, 0));

    driven.send(AgentEvent.newBuilder(earlier).setRetracted(true).build(), earlier).flush();

    assertThat(driven.totals(Occupancy.FAMILY)).isEmpty();
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

    assertThat(driven.days(TENANT, Occupancy.FAMILY)).isEqualTo(minutes(0, 60, 60, 0));
  }

  /** Legs of jo, paid and routable from 10 to 12: 10:10 to 10:40 and 10:30 to 11:10. */
  private static List<SpecificRecord> twoLegs() {
    return List.of(
        state("jo", "2026-05-01T10:00:00Z", "red", true),
        state("jo", "2026-05-01T12:00:00Z", "red", false),
        legStarted("a", "one", "2026-05-01T10:10:00Z", "jo"),
        legEnded("a", "one", "2026-05-01T10:40:00Z"),
        legStarted("b", "two", "2026-05-01T10:30:00Z", "jo"),
        legEnded("b", "two", "2026-05-01T11:10:00Z"));
  }

  private static void send(Driven to, SpecificRecord event) {
    if (event instanceof AgentEvent state) {
      to.send(state);
    } else {
      to.send((InteractionEvent) event);
    }
  }

  @Test
  void legsThatOverlapAreHandledOnceAndTheirEffortCountsTwice() {
    twoLegs().forEach(event -> send(driven, event));
    driven.flush();

    assertThat(window(WindowSize.HOUR, team("red"), "2026-05-01T10:00:00Z"))
        .isEqualTo(minutes(50, 10, 60, 60));
    assertThat(window(WindowSize.HOUR, team("red"), "2026-05-01T11:00:00Z"))
        .isEqualTo(minutes(10, 50, 60, 10));
    assertThat(window(WindowSize.DAY, ALL, "2026-05-01T00:00:00Z"))
        .isEqualTo(minutes(60, 60, 120, 70));
  }

  @Test
  void everyOrderOfStatesAndLegsGivesTheSameTotals(Random random) {
    twoLegs().forEach(event -> send(driven, event));
    Map<TotalsKey, Totals> expected = driven.flush().totals(Occupancy.FAMILY);
    for (int i = 0; i < 5; i++) {
      List<SpecificRecord> events = new ArrayList<>(twoLegs());
      events.addAll(events.subList(0, 3));
      Collections.shuffle(events, random);
      try (Driven other = new Driven(stateDir.resolve("order" + i), Map.of())) {
        for (SpecificRecord event : events) {
          send(other, event);
          if (random.nextInt(3) == 0) {
            other.flush();
          }
        }

        assertThat(other.flush().totals(Occupancy.FAMILY)).isEqualTo(expected);
      }
    }
  }

  @Test
  void aLegCountsOnceItHasEndedAndIsTakenBackWithItsEnd() {
    InteractionEvent end = legEnded("a", "one", "2026-05-01T10:40:00Z");
    driven.send(legStarted("a", "one", "2026-05-01T10:10:00Z", "jo")).flush();
    assertThat(driven.totals(Occupancy.FAMILY)).isEmpty();
    driven.send(end).flush();
    assertThat(driven.days(TENANT, Occupancy.FAMILY)).isEqualTo(minutes(30, 0, 0, 30));

    driven.send(InteractionEvent.newBuilder(end).setRetracted(true).build()).flush();

    assertThat(driven.totals(Occupancy.FAMILY)).isEmpty();
  }

  @Test
  void aLegMovesToTheAgentALaterRevisionNames() {
    InteractionEvent start = legStarted("a", "one", "2026-05-01T10:10:00Z", "al");
    driven.send(state("jo", "2026-05-01T09:00:00Z", "red", true));
    driven.send(state("al", "2026-05-01T09:00:00Z", "blue", true));
    driven.send(start, legEnded("a", "one", "2026-05-01T10:40:00Z")).flush();

    InteractionEvent named = legStarted("a", "one", "2026-05-01T10:10:00Z", "jo");
    driven.send(InteractionEvent.newBuilder(named).setRevision(1).build()).flush();

    String ten = "2026-05-01T10:00:00Z";
    assertThat(window(WindowSize.HOUR, team("red"), ten)).isEqualTo(minutes(30, 0, 0, 30));
    assertThat(window(WindowSize.HOUR, team("blue"), ten)).isEqualTo(minutes(0, 0, 0, 0));
  }

  @Test
  void legsOfATestOfABotAndOfNobodyAreNoWorkOfAnAgent() {
    driven.send(
        InteractionEvent.newBuilder(legStarted("a", "one", "2026-05-01T10:10:00Z", "jo"))
            .setIsTest(true)
            .build(),
        legEnded("a", "one", "2026-05-01T10:40:00Z"),
        legStarted("b", "two", "2026-05-01T10:10:00Z", null),
        legEnded("b", "two", "2026-05-01T10:40:00Z"));
    SegmentStarted bot =
        SegmentStarted.newBuilder()
            .setSegmentId("three")
            .setParticipant(Participant.BOT)
            .setParticipantId("jo")
            .build();

    driven
        .send(
            event("c", "bot", "2026-05-01T10:10:00Z", bot).build(),
            legEnded("c", "three", "2026-05-01T10:40:00Z"))
        .flush();

    assertThat(driven.totals(Occupancy.FAMILY)).isEmpty();
  }

  @Test
  void whatIsOldIsForgottenAndChangesNoTotals() {
    driven.send(
        state("jo", "2026-03-01T10:00:00Z", "red", true),
        state("jo", "2026-03-01T12:00:00Z", "red", false));
    driven
        .send(
            legStarted("a", "one", "2026-03-01T10:10:00Z", "jo"),
            legEnded("a", "one", "2026-03-01T10:40:00Z"))
        .flush();
    int before = driven.entries(AgentStage.STATE);

    driven.send(ended("b", "2026-05-31T00:00:00Z"));
    driven.send(state("al", "2026-05-31T00:00:00Z", "blue", true)).flush();

    assertThat(driven.days(TENANT, Occupancy.FAMILY)).isEqualTo(minutes(30, 90, 120, 30));
    assertThat(driven.entries(AgentStage.STATE))
        .as("of jo the last state and that it was told; of al event and day, too")
        .isEqualTo(before - 6 + 4);
  }
}

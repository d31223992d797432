package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.agentEvent;
import static org.contactroi.topology.Sent.event;
import static org.contactroi.topology.Sent.started;
import static org.contactroi.topology.Sent.state;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.events.OfferOutcome;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.Offers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offers to agents and what agents answer on their way to hours and days. */
class OffersTest {

  private static final Slice ALL = new Slice("all", List.of());
  private static final Slice NORTH = new Slice("team", List.of("north"));
  private static final String DAY = "2026-05-01T00:00:00Z";

  @TempDir private Path stateDir;
  private Driven driven;

  @BeforeEach
  void open() {
    driven = new Driven(stateDir, Map.of());
    driven.send(state("ann", "2026-05-01T08:00:00Z", "north", true));
  }

  @AfterEach
  void close() {
    driven.close();
  }

  private Totals day(Family family, Slice slice) {
    TotalsKey key =
        new TotalsKey(TENANT, family, slice, WindowSize.DAY, Instant.parse(DAY).toEpochMilli());
    return driven.totals(family).getOrDefault(key, Totals.zero(family));
  }

  private void offer(String leg, OfferOutcome outcome, String from, String until) {
    driven.send(
        event("call", leg + " offered", from, new AgentOffered(leg, "ann")).build(),
        event("call", leg + " closed", until, new AgentOfferClosed(leg, "ann", outcome)).build());
  }

  @Test
  void offersCountByTeamAndQueueWhereTheyAreClosed() {
    driven.send(started("call", "2026-05-01T10:00:00Z", null));
    offer("one", OfferOutcome.TIMEOUT, "2026-05-01T10:00:00Z", "2026-05-01T10:00:20Z");
    offer("two", OfferOutcome.ACCEPTED, "2026-05-01T10:00:30Z", "2026-05-01T10:00:40Z");
    driven.flush();

    Totals expected =
        Totals.builder(Offers.FAMILY)
            .add(Offers.TIMEOUT, 1)
            .add(Offers.ACCEPTED, 1)
            .add(Offers.RINGS, 2)
            .add(Offers.RING_TIMEOUT_MS, 20_000)
            .add(Offers.RING_ACCEPTED_MS, 10_000)
            .build();
    assertThat(day(Offers.FAMILY, ALL)).isEqualTo(expected);
    assertThat(day(Offers.FAMILY, NORTH)).isEqualTo(expected);
    assertThat(day(Offers.FAMILY, new Slice("queue", List.of("sales")))).isEqualTo(expected);
    assertThat(Offers.FAMILY.figure("ring_time").from(expected)).isEqualTo(new Ratio(30_000, 2));
  }

  @Test
  void ringsWhoseBeginWasNotSeenMakeNoAverageShorter() {
    driven.send(started("call", "2026-05-01T10:00:00Z", null));
    offer("one", OfferOutcome.TIMEOUT, "2026-05-01T10:00:00Z", "2026-05-01T10:00:20Z");
    driven
        .send(
            event(
                    "call",
                    "closed alone",
                    "2026-05-01T10:01:00Z",
                    new AgentOfferClosed("two", "ann", OfferOutcome.TIMEOUT))
                .build())
        .flush();

    assertThat(Offers.FAMILY.figure("ring_time").from(day(Offers.FAMILY, ALL)))
        .isEqualTo(new Ratio(20_000, 1));
    assertThat(day(Offers.FAMILY, ALL).get(Offers.TIMEOUT)).isEqualTo(2);
  }

  @Test
  void whatAgentsAnswerCountsByTheirTeamOncePerSurvey() {
    driven
        .send(
            agentEvent(
                    "one",
                    "2026-05-01T10:00:00Z",
                    new AgentSurveyAnswered("ann", "s", 1, 1, 5, true))
                .build(),
            agentEvent(
                    "two",
                    "2026-05-01T11:00:00Z",
                    new AgentSurveyAnswered("ann", "s", 4, 1, 5, true))
                .build())
        .flush();

    Totals expected = Experience.agentAnswer(7_500).build();
    assertThat(day(Experience.FAMILY, ALL)).isEqualTo(expected);
    assertThat(day(Experience.FAMILY, NORTH)).isEqualTo(expected);
  }
}

package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.ended;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.Occupancy;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.contactroi.outputs.KpiFigure;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.outputs.Status;
import org.contactroi.topology.stage.Difference;
import org.contactroi.topology.stage.KeptDays;
import org.contactroi.topology.stage.MergedDifferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What families publish, from totals that are added to their windows. */
class FamiliesTest {

  private static final long HOUR_MS = 3_600_000;
  private static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final String DAY = "acme/all/all/day/2026-03-01T00:00:00Z";
  private static final Slice ALL = new Slice("all", List.of());

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of("policy.default.lateness", "80d"));
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  private void add(Totals.Builder totals) {
    Difference.Change change = of(totals.build());
    driven.add(new Difference(TENANT, ALL, List.of(change))).flush();
  }

  private static Difference.Change of(Totals totals) {
    return new Difference.Change(TEN, totals.family().hasMinutes(), totals);
  }

  private KpiRecord day(Family family) {
    return (KpiRecord) Objects.requireNonNull(driven.alive(TOPICS.kpi(family)).get(DAY));
  }

  private KpiFigure figure(Family family, String name) {
    return day(family).getFigures().stream()
        .filter(figure -> figure.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void occupancyHasHoursAndDaysAndNoMinutes() {
    add(
        Totals.builder(Occupancy.FAMILY)
            .add(Occupancy.HANDLING_MS, 1_800_000)
            .add(Occupancy.IDLE_MS, 600_000));

    assertThat(driven.alive(TOPICS.totals()))
        .containsOnlyKeys(
            "acme/all/all/day/2026-03-01T00:00:00Z", "acme/all/all/hour/2026-03-01T10:00:00Z");
    assertThat(figure(Occupancy.FAMILY, "occupancy").getValue()).isEqualTo(0.75);
  }

  @Test
  void aNegativeScoreIsPublishedWithItsNumerator() {
    add(
        Totals.builder(Experience.FAMILY)
            .add(Experience.NPS_PASSIVES, 1)
            .add(Experience.NPS_DETRACTORS, 1));

    assertThat(figure(Experience.FAMILY, "nps"))
        .isEqualTo(new KpiFigure("nps", "points", -100L, 2L, -50.0));
    assertThat(figure(Experience.FAMILY, "csat").getValue()).isNull();
    assertThat(figure(Experience.FAMILY, "frt_bot_p90").getValue()).isNull();
  }

  @Test
  void linesOfABreakdownAddUpAndThoseOfZerosGo() {
    add(Totals.builder(Sales.FAMILY).add(Sales.SALES, sale("UPSELL", 1, 5, 1)));
    add(Totals.builder(Sales.FAMILY).add(Sales.SALES, sale("NEW", 1, 7, 2)));
    add(Totals.builder(Sales.FAMILY).add(Sales.SALES, sale("NEW", 1, 8, 3)));
    add(Totals.builder(Sales.FAMILY).add(Sales.SALES, sale("UPSELL", -1, -5, -1)));

    assertThat(day(Sales.FAMILY).getTotals().getSales().getSales())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getKind()).isEqualTo("NEW");
              assertThat(line.getCount()).isEqualTo(2);
              assertThat(line.getAmountMicros()).isEqualTo(15);
              assertThat(line.getMarginMicros()).isEqualTo(5);
            });
  }

  @Test
  void savingWaitsForItsEpisodes() {
    long until = Instant.parse("2026-03-08T10:00:00Z").toEpochMilli() / 86_400_000;
    add(
        Totals.builder(Saving.FAMILY)
            .add(Saving.OPEN_UNTIL, Distribution.of(until, 1))
            .add(Saving.CELLS, Breakdown.of(List.of("CHAT", "bill"), 1, 2, 1, 60_000, 1)));
    driven.send(ended("later", "2026-03-09T23:59:59Z")).flush();

    assertThat(day(Saving.FAMILY).getStatus()).isEqualTo(Status.PROVISIONAL);
    assertThat(day(Saving.FAMILY).getSettledFraction()).isZero();

    driven.send(ended("latest", "2026-03-10T00:00:00Z")).flush();

    assertThat(day(Saving.FAMILY).getStatus()).isEqualTo(Status.SETTLED);
  }

  @Test
  void aCellFallsIntoTheSlicesOfItsPolicyVersionAndOccupancyIntoItsOwn() {
    MergedDifferences merged = new MergedDifferences();
    Totals one = Totals.builder(Sales.FAMILY).add(Sales.INBOUND, 1).build();
    Totals busy = Totals.builder(Occupancy.FAMILY).add(Occupancy.PAID_MS, 1).build();
    merged.add(
        TENANT,
        TEN + HOUR_MS,
        Map.of(
            new Cell(Sales.FAMILY, TEN, Dimensions.ofOffer("night", "unknown"), "default"), one,
            new Cell(Occupancy.FAMILY, TEN, Dimensions.ofTeam("night"), "default"), busy),
        new MergedDifferences.Rules(
            (version, family) -> KpiPolicy.DEFAULT.slices(family),
            new TenantCalendar(ZoneOffset.UTC),
            HOUR_MS,
            KeptDays.ALL.in(ZoneOffset.UTC)));

    Map<String, List<Family>> slices = new HashMap<>();
    merged.drain(
        difference ->
            slices.put(
                difference.slice().toString(),
                difference.changes().stream().map(c -> c.totals().family()).sorted().toList()));

    assertThat(slices)
        .containsEntry("all=all", List.of(Sales.FAMILY, Occupancy.FAMILY))
        .containsEntry("team=night", List.of(Occupancy.FAMILY))
        .containsEntry("bot=unknown", List.of(Sales.FAMILY))
        .hasSize(7);
  }

  private static Breakdown sale(String kind, long count, long amount, long margin) {
    return Breakdown.of(List.of("EUR", kind, "AI"), count, amount, margin);
  }
}

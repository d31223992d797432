package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.ended;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contactroi.app.config.AppConfig;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Saving;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.Status;
import org.contactroi.record.StatementRecords;
import org.contactroi.roi.rate.RateUnit;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.valuation.PublishedDays;
import org.contactroi.roi.valuation.StatedDays;
import org.contactroi.topology.stage.Difference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is evaluated from published totals is what the topology publishes. */
class StatedDaysTest {

  private static final LocalDate DAY = LocalDate.parse("2025-10-02");
  private static final LocalDate LAST = DAY.plusDays(40);
  private static final String FROM = "2020-01-01T00:00:00Z";
  private static final long MINUTE_MS = 60_000;

  @TempDir Path stateDir;
  private final List<CatalogEntry> published = new ArrayList<>();
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of("policy.default.lateness", "80d"));
    publish(
        Priced.policy(DAY),
        Priced.wage("wage", 60, FROM, null),
        Priced.rate("bot", Resource.BOT_SESSION, RateUnit.EACH, 100_000, FROM, null),
        Priced.cost("licence", 100, DAY, DAY.plusDays(89)),
        Priced.baseline(10 * MINUTE_MS));
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  @Test
  void everyPublishedStatementIsEvaluatedToTheMicro() {
    reach(LAST);

    Map<String, StatementRecord> statements = statements();

    assertThat(statements).hasSize(2 * 41 + 2);
    assertThat(evaluated(published, statements)).isEqualTo(bodies(statements));
  }

  @Test
  void whatIfIsWhatApplyingTheSameRecordsPublishes() {
    reach(LAST);
    Set<LocalDate> settled = settled();
    List<CatalogEntry> others = new ArrayList<>(published);
    List<CatalogEntry> changes =
        List.of(
            Priced.wage("raise", 67, "2025-10-20T00:00:00Z", null),
            Priced.rate("bot", Resource.BOT_SESSION, RateUnit.EACH, 333_333, FROM, null),
            Priced.cost("training", 7, DAY.minusDays(9), DAY.plusDays(3)));
    changes.forEach(
        entry -> {
          others.removeIf(before -> before.key().equals(entry.key()));
          others.add(entry);
        });
    StatedDays whatIf = evaluation(others, settled, LAST);

    publish(changes.toArray(CatalogEntry[]::new));
    driven.flush().flush();

    Map<String, StatementRecord> applied = statements();
    assertThat(whatIf.firstDay()).isEqualTo(DAY.minusDays(9));
    Map<String, String> evaluated = new TreeMap<>();
    applied.forEach((key, statement) -> evaluated.put(key, body(same(whatIf, statement))));
    assertThat(evaluated).isEqualTo(bodies(applied));
  }

  @Test
  void anEarlierDayIsStatedAsItWasPublishedOnThatDay() {
    LocalDate day = DAY.plusDays(35);
    add(DAY, day);
    reach(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(60));
    Map<String, StatementRecord> then = statements();
    add(day.plusDays(1), LAST);
    reach(LAST.atTime(12, 0).toInstant(ZoneOffset.UTC));

    StatedDays earlier = evaluation(published, Set.of(), day);

    StatementRecord stated =
        Objects.requireNonNull(then.get("%s/all/to-date/%s".formatted(TENANT, DAY)));
    StatementRecord evaluated =
        StatementRecords.toAvro(earlier, earlier.statement(Horizon.TO_DATE, day).orElseThrow());
    assertThat(evaluated.getProvisional()).isEqualTo(stated.getProvisional());
    assertThat(evaluated.getPayback()).isEqualTo(stated.getPayback());
    assertThat(evaluated.getScorecard()).isEqualTo(stated.getScorecard());
  }

  @Test
  void aSumOfDaysIsThatOfTheirStatements() {
    reach(LAST);
    StatedDays evaluation = evaluation(published, settled(), LAST);

    StatementRecord sum =
        StatementRecords.toAvro(evaluation, evaluation.sum(DAY.plusDays(3), DAY.plusDays(5)));

    long expected = 0;
    for (int day = 3; day <= 5; day++) {
      String key = "%s/all/day/%s".formatted(TENANT, DAY.plusDays(day));
      expected +=
          Objects.requireNonNull(statements().get(key)).getProvisional().getSaving().getMicros();
    }
    assertThat(sum.getProvisional().getSaving().getMicros()).isEqualTo(expected);
    assertThat(sum.getProvisional().getDays()).isEqualTo(3);
    assertThat(sum.getPayback()).isNull();
  }

  private void publish(CatalogEntry... entries) {
    published.addAll(List.of(entries));
    driven.publish(entries);
  }

  /** Uneven days, those of the last week still open. */
  private void reach(LocalDate last) {
    add(DAY, last);
    reach(last.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  private void reach(Instant time) {
    driven.send(ended("at " + time, time.toString())).flush().flush();
  }

  private void add(LocalDate first, LocalDate last) {
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            day -> {
              long n = 1 + day.toEpochDay() % 7;
              long open = day.plusDays(7).toEpochDay();
              add(day, 9, episodes(n, 3 * n).add(Saving.OPEN_UNTIL, Distribution.of(open, n)));
              add(day, 17, episodes(2 * n, 7));
              add(
                  day,
                  9,
                  Totals.builder(Cost.FAMILY)
                      .add(Cost.HANDLED_BY_HUMAN, n)
                      .add(
                          Cost.USAGE,
                          Breakdown.of(List.of("AGENT", "queue:q", "VOICE"), 12_347 * n)));
            });
  }

  private void add(LocalDate day, int hour, Totals.Builder totals) {
    long at = Instant.parse(day + "T00:00:00Z").toEpochMilli() + hour * 60L * MINUTE_MS;
    driven.add(
        new Difference(
            TENANT,
            new Slice("all", List.of()),
            List.of(new Difference.Change(at, true, totals.build()))));
  }

  private static Totals.Builder episodes(long episodes, long minutes) {
    long effort = minutes * MINUTE_MS;
    return Totals.builder(Saving.FAMILY)
        .add(
            Saving.CELLS,
            Breakdown.of(List.of("VOICE", "i"), episodes, episodes, episodes, effort, episodes))
        .add(Saving.USAGE, Breakdown.of(List.of("VOICE", "i", "AGENT", "queue:q", "VOICE"), effort))
        .add(
            Saving.USAGE,
            Breakdown.of(List.of("VOICE", "i", "BOT_SESSION", "b", "VOICE"), episodes));
  }

  private Map<String, String> evaluated(
      List<CatalogEntry> entries, Map<String, StatementRecord> published) {
    StatedDays evaluation = evaluation(entries, settled(), LAST);
    Map<String, String> evaluated = new HashMap<>();
    published.forEach((key, statement) -> evaluated.put(key, body(same(evaluation, statement))));
    return evaluated;
  }

  private static StatementRecord same(StatedDays evaluation, StatementRecord statement) {
    return evaluation
        .statement(Horizon.valueOf(statement.getHorizon().name()), statement.getTo())
        .map(stated -> StatementRecords.toAvro(evaluation, stated))
        .orElseThrow();
  }

  private StatedDays evaluation(
      List<CatalogEntry> entries, Set<LocalDate> settled, LocalDate last) {
    Policies configured = AppConfig.of(Map.of("policy.default.lateness", "80d")).policies();
    Policies policies = Catalog.policies(configured, entries, (entry, refusal) -> {});
    PublishedDays days =
        new PublishedDays(TENANT, ZoneOffset.UTC, windows(), reached(policies, settled));
    return StatedDays.of(Catalog.terms(TENANT, entries, ZoneOffset.UTC), days, last).orElseThrow();
  }

  private PublishedDays.Reached reached(Policies policies, Set<LocalDate> settled) {
    long watermark = LAST.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    return new PublishedDays.Reached(watermark, policies, settled, Map.of());
  }

  private Map<TotalsKey, Totals> windows() {
    Map<TotalsKey, Totals> windows = new HashMap<>();
    for (Family family : Families.all()) {
      windows.putAll(driven.totals(family));
    }
    windows.keySet().removeIf(key -> !PublishedDays.areMadeOf(key));
    return windows;
  }

  private Set<LocalDate> settled() {
    return statements().values().stream()
        .filter(statement -> statement.getHorizon() == org.contactroi.outputs.Horizon.DAY)
        .filter(statement -> statement.getStatus() == Status.SETTLED)
        .map(StatementRecord::getStart)
        .collect(Collectors.toSet());
  }

  private Map<String, StatementRecord> statements() {
    Map<String, StatementRecord> statements = new TreeMap<>();
    driven
        .alive(TOPICS.roi())
        .forEach((key, statement) -> statements.put(key, (StatementRecord) statement));
    return statements;
  }

  private static Map<String, String> bodies(Map<String, StatementRecord> statements) {
    Map<String, String> bodies = new TreeMap<>();
    statements.forEach((key, statement) -> bodies.put(key, body(statement)));
    return bodies;
  }

  /** What a statement says, apart from when. */
  private static String body(StatementRecord statement) {
    return StatementRecord.newBuilder(statement)
        .setRevision(0)
        .setWatermark(null)
        .build()
        .toString();
  }
}

package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.ended;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.FileEntry;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Saving;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.topology.stage.Difference;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two tenants in two currencies, models billed in a third, and an entry of the ledger in a fourth.
 *
 * <p>A day of each has 10 episodes whose baseline is 6 minutes of agents, who worked 30 minutes;
 * the model read 2 000 000 tokens at 0.50 USD a thousand thousand: 1 USD.
 */
class CurrenciesTest {

  private static final long HOUR_MS = 3_600_000;
  private static final List<String> DAYS = List.of("2026-01-05", "2026-01-06", "2026-01-07");

  /** The agents of acme earn 24 EUR an hour, those of bolt 150 CNY. */
  private static final String REFERENCE =
      """
      policies:
        - {tenant: acme, valid-from: 2026-01-01T00:00:00Z, zone: UTC, lateness: 100d,
           money: {currency: EUR, go-live: 2026-01-05, realisation-bp: 10000}}
        - {tenant: bolt, valid-from: 2026-01-01T00:00:00Z, zone: UTC, lateness: 100d,
           money: {currency: CNY, go-live: 2026-01-05, realisation-bp: 10000}}
      fx:
        - {tenant: acme, from: USD, to: EUR, day: 2026-01-05, rate: 0.85}
        - {tenant: acme, from: USD, to: EUR, day: 2026-01-06, rate: 0.86}
        - {tenant: acme, from: USD, to: EUR, day: 2026-01-07, rate: 0.84}
        - {tenant: bolt, from: USD, to: CNY, day: 2026-01-05, rate: 7.1}
        - {tenant: bolt, from: USD, to: CNY, day: 2026-01-06, rate: 7.2}
        - {tenant: bolt, from: USD, to: CNY, day: 2026-01-07, rate: 7.05}
      rates:
        - {tenant: acme, id: wage, resource: agent, unit: hour, amount: 24, currency: EUR,
           valid-from: 2026-01-01T00:00:00Z, source-note: payroll}
        - {tenant: acme, id: model, resource: model-input-token, unit: thousand, amount: 0.0005, currency: USD,
           valid-from: 2026-01-01T00:00:00Z, source-note: price list}
        - {tenant: bolt, id: wage, resource: agent, unit: hour, amount: 150, currency: CNY,
           valid-from: 2026-01-01T00:00:00Z, source-note: payroll}
        - {tenant: bolt, id: model, resource: model-input-token, unit: thousand, amount: 0.0005, currency: USD,
           valid-from: 2026-01-01T00:00:00Z, source-note: price list}
      baselines:
        - {tenant: acme, id: before, method: manual, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01,
           frozen-at: 2026-01-01T00:00:00Z, rows: [&row {channel: voice, issue: '*', n: 10,
           usage: [{resource: agent, key: 'queue:q', channel: voice, quantity: 100h}]}]}
        - {tenant: bolt, id: before, method: manual, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01,
           frozen-at: 2026-01-01T00:00:00Z, rows: [*row]}
      ledger:
        - {tenant: acme, id: project, side: cost, category: integration, nature: capex, amount: 100, currency: GBP,
           cash-date: 2026-01-06, service-from: 2026-01-05, service-to: 2026-01-07, scope: all,
           incremental: true, evidence-ref: bill, author: ann}
      """;

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of("policy.default.lateness", "200d"));
    driven.publish(entries(REFERENCE));
    for (String tenant : List.of("acme", "bolt")) {
      DAYS.forEach(day -> add(tenant, day));
      InteractionEvent last = ended("last", "2026-01-07T20:00:00Z");
      driven.send(InteractionEvent.newBuilder(last).setTenantId(tenant).build());
    }
    driven.flush().flush();
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  private static CatalogEntry[] entries(String yaml) {
    Problems problems = new Problems();
    List<FileEntry> entries = CatalogFile.read("reference.yaml", yaml, problems).entries();
    assertThat(problems.all()).isEmpty();
    return entries.stream().map(FileEntry::entry).toArray(CatalogEntry[]::new);
  }

  private void add(String tenant, String day) {
    Totals totals =
        Totals.builder(Saving.FAMILY)
            .add(Saving.CELLS, Breakdown.of(List.of("VOICE", "i"), 10, 10, 10, HOUR_MS / 2, 10))
            .add(Saving.USAGE, used("AGENT", "queue:q", HOUR_MS / 2))
            .add(Saving.USAGE, used("MODEL_INPUT_TOKEN", "m", 2_000_000))
            .build();
    long at = Instant.parse(day + "T10:00:00Z").toEpochMilli();
    driven.add(
        new Difference(
            tenant, new Slice("all", List.of()), List.of(new Difference.Change(at, true, totals))));
  }

  private static Breakdown used(String resource, String key, long quantity) {
    return Breakdown.of(List.of("VOICE", "i", resource, key, "VOICE"), quantity);
  }

  private StatementTrack day(String tenant, String day) {
    return statement(tenant + "/all/day/" + day).getProvisional();
  }

  private StatementRecord statement(String key) {
    return (StatementRecord) Objects.requireNonNull(driven.alive(TOPICS.roi()).get(key), key);
  }

  private Map<String, Long> revisions() {
    Map<String, Long> revisions = new TreeMap<>();
    driven
        .alive(TOPICS.roi())
        .forEach(
            (key, statement) -> revisions.put(key, ((StatementRecord) statement).getRevision()));
    return revisions;
  }

  /** Days with a new statement, as {@code tenant/day}. */
  private List<String> restatedDays(Map<String, Long> before) {
    return revisions().entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
        .map(Map.Entry::getKey)
        .filter(key -> key.contains("/all/day/"))
        .map(key -> key.replace("/all/day/", "/"))
        .toList();
  }

  @Test
  void eachTenantIsStatedInItsCurrencyAtTheRatesOfEachDay() {
    // 10 x 6 minutes and 30 minutes, at 24 EUR and at 150 CNY an hour.
    for (String day : DAYS) {
      assertThat(day("acme", day).getCounterfactual().getMicros()).isEqualTo(24_000_000);
      assertThat(day("acme", day).getActual().getMicros()).isEqualTo(12_000_000);
      assertThat(day("bolt", day).getCounterfactual().getMicros()).isEqualTo(150_000_000);
      assertThat(day("bolt", day).getActual().getMicros()).isEqualTo(75_000_000);
    }
    // 1 USD a day.
    assertThat(DAYS)
        .extracting(day -> day("acme", day).getAiRun().getMicros())
        .containsExactly(850_000L, 860_000L, 840_000L);
    assertThat(DAYS)
        .extracting(day -> day("bolt", day).getAiRun().getMicros())
        .containsExactly(7_100_000L, 7_200_000L, 7_050_000L);
    assertThat(statement("acme/all/to-date/2026-01-05").getCurrency()).isEqualTo("EUR");
    assertThat(statement("bolt/all/to-date/2026-01-05").getCurrency()).isEqualTo("CNY");
    // 3 x 75 - 21.35 = 203.65; no cost but the model's.
    StatementTrack bolt = statement("bolt/all/to-date/2026-01-05").getProvisional();
    assertThat(bolt.getNetValue().getMicros()).isEqualTo(203_650_000);
    assertThat(bolt.getCost().getMicros()).isEqualTo(21_350_000);
  }

  @Test
  void anEntryWaitsForItsExchangeRateAndIsSpreadAtThatOfTheDayItIsPaid() {
    assertThat(day("acme", "2026-01-05").getCapex().getMicros()).isNull();
    assertThat(day("acme", "2026-01-05").getCapex().getUnpriced())
        .singleElement()
        .satisfies(line -> assertThat(line.getResource()).isEqualTo("LEDGER"));
    Map<String, Long> before = revisions();

    driven
        .publish(
            entries(
                """
                fx:
                  - {tenant: acme, from: GBP, to: EUR, day: 2026-01-02, rate: 1.15}
                  - {tenant: acme, from: GBP, to: EUR, day: 2026-01-07, rate: 1.3}
                """))
        .flush()
        .flush();

    // 115 EUR in three: round(115 k / 3) less the days before.
    assertThat(DAYS)
        .extracting(day -> day("acme", day).getCapex().getMicros())
        .containsExactly(38_333_333L, 38_333_334L, 38_333_333L);
    assertThat(day("acme", "2026-01-06").getPaid().getMicros()).isEqualTo(115_000_000);
    assertThat(restatedDays(before))
        .containsExactly("acme/2026-01-05", "acme/2026-01-06", "acme/2026-01-07");
  }

  @Test
  void aLateExchangeRateRestatesTheDaysItIsUsedOnAndNoOthers() {
    Map<String, Long> before = revisions();

    driven
        .publish(entries("fx: [{tenant: acme, from: USD, to: EUR, day: 2026-01-06, rate: 0.865}]"))
        .flush()
        .flush();

    assertThat(DAYS)
        .extracting(day -> day("acme", day).getAiRun().getMicros())
        .containsExactly(850_000L, 865_000L, 840_000L);
    assertThat(restatedDays(before)).containsExactly("acme/2026-01-06");
    assertThat(revisions())
        .allSatisfy(
            (key, revision) ->
                assertThat(key.startsWith("bolt/") && !revision.equals(before.get(key))).isFalse());
  }
}

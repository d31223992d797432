package org.contactroi.app.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.Backlog;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.app.topics.TenantStatements;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogChange;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.CatalogUpdate;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.valuation.PublishedDays;
import org.contactroi.roi.valuation.StatedDays;
import org.contactroi.yaml.Problems;

/** A center in UTC whose totals, reference records and statements are published; in euros. */
public final class StatedCenter implements PublishedSource {

  static final AppConfig CONFIG = AppConfig.of(Map.of());
  static final LocalDate GO_LIVE = LocalDate.parse("2026-03-02");
  static final LocalDate LAST = LocalDate.parse("2026-03-11");

  public static final String POLICY =
      """
      policies:
        - tenant: acme
          valid-from: 2026-01-01T00:00:00Z
          version: first
          zone: UTC
          money: {currency: EUR, go-live: 2026-03-02, realisation-bp: 5000}
      """;
  public static final String RATES =
      """
      rates:
        - {tenant: acme, id: wage, resource: agent, unit: hour, amount: 60, currency: EUR,
           valid-from: 2026-01-01T00:00:00Z, source-note: payroll}
        - {tenant: acme, id: bot, resource: bot-session, unit: each, amount: 0.1, currency: EUR,
           valid-from: 2026-01-01T00:00:00Z, source-note: contract}
      """;
  public static final String BASELINE =
      """
      baselines:
        - tenant: acme
          id: before
          method: pre-period
          from: 2026-02-01
          to: 2026-02-28
          valid-from: 2026-03-01
          frozen-at: 2026-03-01T00:00:00Z
          scores: {csat: 68.4}
          rows:
            - {channel: voice, issue: "*", n: 1000, contacts: 1000, handled-contacts: 1000, effort: 10000m,
               usage: [{resource: agent, key: "queue:q", channel: voice, quantity: 10000m}]}
      """;
  static final String LEDGER =
      """
      ledger:
        - {tenant: acme, id: licence, side: cost, category: other, nature: capex, amount: 100, currency: EUR,
           cash-date: 2026-03-02, service-from: 2026-03-02, service-to: 2026-03-21, scope: all,
           incremental: true, evidence-ref: bill, author: finance}
      """;

  private static final long MINUTE_MS = 60_000;
  private static final Slice ALL = new Slice("all", List.of());

  private final List<CatalogEntry> entries = new ArrayList<>();
  private final Map<TotalsKey, Totals> totals = new HashMap<>();
  private final Map<String, Instant> watermarks = new HashMap<>();

  private Backlog backlog = Backlog.NONE;

  /** Ten episodes on each day of March; before go-live there is no bot. */
  public StatedCenter() {
    watermarks.put("acme", LAST.atTime(12, 0).toInstant(ZoneOffset.UTC));
    LocalDate.parse("2026-02-25")
        .datesUntil(LAST.plusDays(1))
        .forEach(
            day -> {
              boolean isLive = !day.isBefore(GO_LIVE);
              addHour(day, episodes(ALL, isLive ? 60 : 100, isLive ? 10 : 0));
              add(
                  ALL,
                  WindowSize.DAY,
                  day,
                  Totals.builder(Experience.FAMILY)
                      .add(Experience.CSAT_ANSWERS, 4)
                      .add(Experience.CSAT_TOP_BOX, 3)
                      .build());
            });
  }

  /** Publishes what files say. */
  public StatedCenter apply(String... files) {
    for (String file : files) {
      Problems problems = new Problems();
      CatalogUpdate update = new CatalogUpdate(CONFIG.policies(), entries, Map.of());
      List<CatalogChange> changes =
          update.changes(CatalogFile.read("file", file, problems), problems);
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(problems.all().toString());
      }
      changes.forEach(
          change -> {
            entries.removeIf(entry -> entry.key().equals(change.entry().key()));
            entries.add(change.entry());
          });
    }
    return this;
  }

  /** Publishes totals of the day and hour of a slice. */
  void add(Slice slice, WindowSize size, LocalDate day, Totals more) {
    long start = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    totals.merge(new TotalsKey("acme", more.family(), slice, size, start), more, Totals::plus);
  }

  /** Ten episodes of a contact each. */
  static Totals episodes(Slice slice, long minutes, long sessions) {
    Totals.Builder episodes =
        Totals.builder(Saving.FAMILY)
            .add(
                Saving.CELLS,
                Breakdown.of(List.of("VOICE", "i"), 10, 10, 10, minutes * MINUTE_MS, 8))
            .add(
                Saving.USAGE,
                Breakdown.of(
                    List.of("VOICE", "i", "AGENT", "queue:q", "VOICE"), minutes * MINUTE_MS));
    return sessions == 0
        ? episodes.build()
        : episodes
            .add(
                Saving.USAGE,
                Breakdown.of(List.of("VOICE", "i", "BOT_SESSION", "b", "VOICE"), sessions))
            .build();
  }

  private void addHour(LocalDate day, Totals saving) {
    add(ALL, WindowSize.HOUR, day, saving);
    add(ALL, WindowSize.DAY, day, saving);
    add(
        ALL,
        WindowSize.HOUR,
        day,
        Totals.builder(Cost.FAMILY)
            .add(Cost.HANDLED_BY_HUMAN, 10)
            .add(Cost.USAGE, Breakdown.of(List.of("AGENT", "queue:q", "VOICE"), 60 * MINUTE_MS))
            .build());
    add(
        ALL,
        WindowSize.DAY,
        day,
        Totals.builder(FirstContactResolution.FAMILY)
            .add(FirstContactResolution.ELIGIBLE, 3)
            .add(FirstContactResolution.RESOLVED_FIRST_CONTACT, 2)
            .add(FirstContactResolution.IDENTIFIED_INBOUND, 7)
            .add(FirstContactResolution.REPEATS, 1)
            .build());
    add(
        ALL,
        WindowSize.DAY,
        day,
        Totals.builder(Sales.FAMILY).add(Sales.CONVERTED, 1).add(Sales.INBOUND, 8).build());
  }

  /** Publishes events that nobody has read yet. */
  StatedCenter behind(Backlog left) {
    backlog = left;
    return this;
  }

  @Override
  public Backlog backlog(String tenant) {
    return backlog;
  }

  @Override
  public List<CatalogEntry> entries(BiConsumer<String, String> leftOut) {
    return List.copyOf(entries);
  }

  @Override
  public Map<String, Instant> watermarks() {
    return watermarks;
  }

  @Override
  public TenantStatements statements(String tenant) {
    List<TenantStatement> all = new ArrayList<>();
    evaluation(LAST)
        .ifPresent(
            evaluation -> {
              evaluation
                  .firstDay()
                  .datesUntil(LAST.plusDays(1))
                  .forEach(day -> add(evaluation, Horizon.DAY, day, all));
              for (Horizon horizon : List.of(Horizon.TO_DATE, Horizon.EARLY)) {
                add(evaluation, horizon, LAST, all);
              }
            });
    Set<String> tenants = all.isEmpty() ? Set.of() : Set.of("acme");
    return new TenantStatements(tenant.equals("acme") ? all : List.of(), new TreeSet<>(tenants));
  }

  @Override
  public Map<TotalsKey, Totals> totals(String tenant, Predicate<TotalsKey> wanted) {
    Map<TotalsKey, Totals> own = new HashMap<>(totals);
    own.keySet().removeIf(key -> !key.tenant().equals(tenant) || !wanted.test(key));
    return own;
  }

  /** As the topology would value what is published, event time having passed the last day. */
  Optional<StatedDays> evaluation(LocalDate last) {
    Instant watermark = Objects.requireNonNull(watermarks.get("acme"));
    return StatedDays.of(
        Catalog.terms("acme", entries, ZoneOffset.UTC),
        new PublishedDays(
            "acme",
            ZoneOffset.UTC,
            totals("acme", PublishedDays::areMadeOf),
            new PublishedDays.Reached(
                watermark.toEpochMilli(), CONFIG.policies(), Set.of(), Map.of())),
        last);
  }

  private static void add(
      StatedDays book, Horizon horizon, LocalDate day, List<TenantStatement> to) {
    book.statement(horizon, day)
        .map(statement -> TenantStatement.of(book, statement).published())
        .map(
            statement ->
                StatementRecord.newBuilder(statement)
                    .setRevision(7)
                    .setWatermark(Instant.parse("2026-03-11T12:00:00Z"))
                    .build())
        .map(TenantStatement::new)
        .ifPresent(to::add);
  }
}

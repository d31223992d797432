package org.contactroi.app.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.app.topics.TenantStatements;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.valuation.MoneyTerms;
import org.contactroi.roi.valuation.PublishedDays;
import org.contactroi.roi.valuation.PublishedDays.Reached;
import org.contactroi.roi.valuation.StatedDays;
import org.jspecify.annotations.Nullable;

/** What is published about the money of one tenant, and what follows from it. */
final class MoneyOfTenant {

  private static final List<Horizon> PHASES = List.of(Horizon.EARLY, Horizon.MID, Horizon.LATE);

  private final TenantOptions options;
  private final String tenant;
  private final PublishedSource source;
  private final Policies configured;
  private final TenantStatements statements;
  private final TenantStatement toDate;
  private final Instant watermark;
  private final List<CatalogEntry> entries;
  private @Nullable Map<TotalsKey, Totals> windows;

  /** Reads what is published, or says that nothing is. */
  MoneyOfTenant(TenantOptions options, PublishedSource source, Policies configured) {
    this.options = options;
    this.tenant = options.tenant();
    this.source = source;
    this.configured = configured;
    this.entries = source.entries(options::warn);
    this.statements = source.statements(tenant);
    this.toDate = statements.toDate().orElseThrow(this::nothingStated);
    this.watermark = source.watermarks().getOrDefault(tenant, toDate.watermark());
  }

  /** The last local day that is stated. */
  LocalDate last() {
    return toDate.to();
  }

  ZoneId zone() {
    return toDate.zone();
  }

  /** The reference records of all tenants. */
  List<CatalogEntry> entries() {
    return entries;
  }

  /** The totals that statements are made of. */
  Map<TotalsKey, Totals> windows() {
    if (windows == null) {
      windows = source.totals(tenant, PublishedDays::areMadeOf);
    }
    return windows;
  }

  /**
   * The statement of a horizon at the end of a day, and of the phases: as published, else
   * evaluated.
   *
   * @throws IllegalStateException when the horizon has not begun
   */
  StatedMoney at(Horizon horizon, LocalDate day) {
    boolean isPublished =
        statements.at(horizon, day).isPresent()
            && PHASES.stream().noneMatch(phase -> isOfLaterDays(phase, day));
    Optional<StatedDays> evaluation =
        isPublished ? Optional.empty() : Optional.of(evaluate(entries, true, day));
    TenantStatement statement =
        find(horizon, day, evaluation).orElseThrow(() -> notBegun(horizon, day));
    Baseline baseline = Catalog.reference(tenant, entries).baselines().at(statement.to());
    return new StatedMoney(
        statement,
        PHASES.stream().flatMap(phase -> find(phase, day, evaluation).stream()).toList(),
        baseline,
        statement.revision() > 0);
  }

  /** Why there is no statement of a horizon at the end of a day. */
  IllegalStateException notBegun(Horizon horizon, LocalDate day) {
    return new IllegalStateException(
        "horizon %s has not begun on %s; go-live of '%s' is on %s"
            .formatted(horizon.id(), day, tenant, toDate.goLive()));
  }

  /** Values all days under each of several references, at once. */
  List<StatedDays> evaluate(
      List<List<CatalogEntry>> references, boolean hasFrozen, LocalDate last) {
    // Topics are read by one thread.
    windows();
    return references.parallelStream()
        .map(reference -> evaluate(reference, hasFrozen, last))
        .toList();
  }

  /**
   * Values all days under a reference, as they were counted.
   *
   * @param reference records of any tenants
   * @param hasFrozen whether rows of baselines count that state money
   * @param last as if it were the last day there is
   */
  StatedDays evaluate(
      Collection<? extends CatalogEntry> reference, boolean hasFrozen, LocalDate last) {
    Policies policies = Catalog.policies(configured, entries, (entry, refusal) -> {});
    PublishedDays days =
        new PublishedDays(
            tenant,
            zone(),
            windows(),
            new Reached(
                watermark.toEpochMilli(), policies, statements.settled(), statements.retention()));
    MoneyTerms terms = Catalog.terms(tenant, reference, zone());
    return StatedDays.of(hasFrozen ? terms : terms.withoutFrozen(), days, last)
        .orElseThrow(this::nothingStated);
  }

  private Optional<TenantStatement> find(
      Horizon horizon, LocalDate day, Optional<StatedDays> evaluation) {
    return Stream.of(
            statements.at(horizon, day),
            evaluation.flatMap(
                book ->
                    book.statement(horizon, day)
                        .map(statement -> TenantStatement.of(book, statement))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A phase may have begun by a day of which only later statements are published. */
  private boolean isOfLaterDays(Horizon phase, LocalDate day) {
    return statements.at(phase, day).isEmpty() && statements.at(phase, last()).isPresent();
  }

  private RuntimeException nothingStated() {
    return options.nothingStated(statements.tenants(), source.watermarks());
  }
}

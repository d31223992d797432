package org.contactroi.catalog;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.roi.baseline.Baselines;
import org.contactroi.roi.ledger.Ledger;
import org.contactroi.roi.ledger.MoneyPolicies;
import org.contactroi.roi.rate.FxRates;
import org.contactroi.roi.rate.RateCard;
import org.contactroi.roi.valuation.MoneyTerms;
import org.contactroi.roi.valuation.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All entries together. */
public final class Catalog {

  private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

  private Catalog() {}

  /**
   * The policies of a configuration and of entries, in whatever order these are given.
   *
   * @param refused is told of entries that do not fit to those before, which are left out
   */
  public static Policies policies(
      Policies configured,
      Collection<? extends CatalogEntry> entries,
      BiConsumer<CatalogEntry, Refusal> refused) {
    Policies all = configured;
    for (VersionEntry entry : versions(entries)) {
      List<Refusal> refusals = entry.refusals(all);
      refusals.forEach(refusal -> refused.accept(entry, refusal));
      all = refusals.isEmpty() ? entry.addedTo(all) : all;
    }
    return all;
  }

  /** What the totals of a tenant are valued by, of entries of any tenants. */
  public static Reference reference(String tenant, Collection<? extends CatalogEntry> entries) {
    return new Reference(
        new RateCard(of(RateEntry.class, tenant, entries).map(RateEntry::row).toList()),
        new FxRates(of(FxEntry.class, tenant, entries).map(FxEntry::rate).toList()),
        new Baselines(
            of(BaselineEntry.class, tenant, entries).map(BaselineEntry::baseline).toList()),
        new Ledger(of(LedgerLine.class, tenant, entries).map(LedgerLine::entry).toList()));
  }

  /** The choices that the amounts of a tenant depend on, of entries of any tenants. */
  public static MoneyPolicies money(String tenant, Collection<? extends CatalogEntry> entries) {
    MoneyPolicies all = MoneyPolicies.NONE;
    for (PolicyEntry entry : of(PolicyEntry.class, tenant, entries).toList()) {
      all = all.with(entry.validFrom(), entry.money());
    }
    return all;
  }

  /**
   * What the amounts of a tenant depend on, of entries of any tenants. A rate that begins within an
   * hour of the tenant prices nothing.
   */
  public static MoneyTerms terms(
      String tenant, Collection<? extends CatalogEntry> entries, ZoneId zone) {
    TenantCalendar calendar = new TenantCalendar(zone);
    List<? extends CatalogEntry> fitting =
        entries.stream()
            .filter(entry -> !entry.tenant().equals(tenant) || fits(entry, calendar))
            .toList();
    return new MoneyTerms(tenant, reference(tenant, fitting), money(tenant, fitting), zone);
  }

  private static boolean fits(CatalogEntry entry, TenantCalendar calendar) {
    List<Refusal> refusals =
        entry instanceof RateEntry rate ? rate.row().refusals(calendar) : List.of();
    for (Refusal refusal : refusals) {
      LOG.error(
          "the reference record of {} values nothing: {} {}",
          entry.key(),
          refusal.field(),
          refusal.reason());
    }
    return refusals.isEmpty();
  }

  private static List<VersionEntry> versions(Collection<? extends CatalogEntry> entries) {
    return entries.stream()
        .filter(VersionEntry.class::isInstance)
        .map(VersionEntry.class::cast)
        .sorted(CatalogEntry.ORDER)
        .toList();
  }

  private static <E extends CatalogEntry> Stream<E> of(
      Class<E> kind, String tenant, Collection<? extends CatalogEntry> entries) {
    return entries.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(entry -> entry.tenant().equals(tenant));
  }
}

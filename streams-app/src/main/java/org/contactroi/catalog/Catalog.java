package org.contactroi.catalog;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.roi.Baselines;
import org.contactroi.roi.FxRates;
import org.contactroi.roi.Ledger;
import org.contactroi.roi.RateCard;
import org.contactroi.roi.Reference;

/** All entries together. */
public final class Catalog {

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
    return new MoneyPolicies(of(PolicyEntry.class, tenant, entries).toList());
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

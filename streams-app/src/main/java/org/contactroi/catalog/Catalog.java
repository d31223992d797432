package org.contactroi.catalog;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;

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
    for (CatalogEntry entry : entries.stream().sorted(CatalogEntry.ORDER).toList()) {
      List<Refusal> refusals = entry.refusals(all);
      refusals.forEach(refusal -> refused.accept(entry, refusal));
      all = refusals.isEmpty() ? entry.addedTo(all) : all;
    }
    return all;
  }
}

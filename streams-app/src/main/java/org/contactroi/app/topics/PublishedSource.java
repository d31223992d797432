package org.contactroi.app.topics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;

/** What is published that statements are, and are made of. */
public interface PublishedSource {

  /**
   * What is published and in no figure of a tenant yet. To be asked before figures are read: what
   * is counted meanwhile is in them.
   */
  Backlog backlog(String tenant);

  /**
   * All reference records, in their order.
   *
   * @param leftOut is told of keys whose records are none, and why
   */
  List<CatalogEntry> entries(BiConsumer<String, String> leftOut);

  /** The event time each tenant has reached, of those known. */
  Map<String, Instant> watermarks();

  /** The statements of a tenant. */
  TenantStatements statements(String tenant);

  /** The totals of a tenant whose keys pass. */
  Map<TotalsKey, Totals> totals(String tenant, Predicate<TotalsKey> wanted);
}

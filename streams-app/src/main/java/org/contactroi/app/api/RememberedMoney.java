package org.contactroi.app.api;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.Backlog;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.TenantStatements;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.roi.valuation.PublishedDays;

/**
 * What is published about the money of the tenant that was asked about last, read again after some
 * seconds: whoever moves a slider asks often, and reading takes longer than valuing.
 */
final class RememberedMoney {

  private static final Duration LIFE = Duration.ofSeconds(20);

  private final AppConfig config;
  private SoftReference<Snapshot> last = new SoftReference<>(null);

  RememberedMoney(AppConfig config) {
    this.config = config;
  }

  /** What is published, or was some seconds ago. */
  synchronized PublishedSource of(String tenant) {
    Snapshot known = last.get();
    if (known == null
        || !known.tenant.equals(tenant)
        || known.readAt.plus(LIFE).isBefore(Instant.now())) {
      known = Snapshot.read(config, tenant);
      last = new SoftReference<>(known);
    }
    return known;
  }

  /** All of it, of one tenant. */
  private record Snapshot(
      String tenant,
      Instant readAt,
      Backlog ofTenant,
      List<CatalogEntry> records,
      Map<String, Instant> watermarks,
      TenantStatements stated,
      Map<TotalsKey, Totals> days)
      implements PublishedSource {

    static Snapshot read(AppConfig config, String tenant) {
      try (PublishedTopics topics = PublishedTopics.ofMoney(config, ReadingProgress.SILENT)) {
        Backlog backlog = topics.backlog(tenant);
        List<CatalogEntry> records = topics.entries((key, reason) -> {});
        Map<String, Instant> watermarks = topics.watermarks();
        TenantStatements stated = topics.statements(tenant);
        Map<TotalsKey, Totals> days = topics.totals(tenant, PublishedDays::areMadeOf);
        return new Snapshot(tenant, Instant.now(), backlog, records, watermarks, stated, days);
      }
    }

    @Override
    public Backlog backlog(String of) {
      return ofTenant;
    }

    @Override
    public List<CatalogEntry> entries(BiConsumer<String, String> leftOut) {
      return records;
    }

    @Override
    public TenantStatements statements(String of) {
      return stated;
    }

    @Override
    public Map<TotalsKey, Totals> totals(String of, Predicate<TotalsKey> wanted) {
      return days;
    }
  }
}

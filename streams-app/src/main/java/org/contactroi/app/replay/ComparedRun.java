package org.contactroi.app.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.outputs.Watermark;
import org.contactroi.topic.Topics;

/**
 * A run whose outputs are compared.
 *
 * @param name as people know it
 * @param topics opened
 * @param entries the reference records it has
 * @param policies it counts by
 * @param purged event time that decides expiry, by tenant
 */
record ComparedRun(
    String name,
    PublishedTopics topics,
    List<CatalogEntry> entries,
    Policies policies,
    Map<String, Instant> purged)
    implements AutoCloseable {

  ComparedRun {
    entries = List.copyOf(entries);
    purged = Map.copyOf(purged);
  }

  /** Opens the outputs of a configuration. */
  static ComparedRun open(String name, AppConfig config, ReadingProgress progress) {
    PublishedTopics topics = PublishedTopics.ofMoney(config, progress);
    List<CatalogEntry> entries = topics.entries((key, reason) -> {});
    return new ComparedRun(
        name,
        topics,
        entries,
        Catalog.policies(config.policies(), entries, (entry, refusal) -> {}),
        purged(topics));
  }

  private static Map<String, Instant> purged(PublishedTopics topics) {
    Map<String, Instant> purged = new HashMap<>();
    String topic = topics.names().watermarks();
    topics.read(
        topic,
        "",
        (tenant, value) -> {
          Instant reached =
              value == null ? null : ((Watermark) topics.decode(topic, value)).getPurge();
          if (reached != null) {
            purged.put(tenant, reached);
          }
        });
    return purged;
  }

  Topics names() {
    return topics.names();
  }

  /** Hours of a tenant that begin before it may have expired; UTC ms. */
  long hoursKeptFrom(String tenant) {
    Instant purge = purged.get(tenant);
    return purge == null
        ? Long.MIN_VALUE
        : purge.toEpochMilli() - policies.longest(tenant, KpiPolicy::hourRetention);
  }

  @Override
  public void close() {
    topics.close();
  }
}

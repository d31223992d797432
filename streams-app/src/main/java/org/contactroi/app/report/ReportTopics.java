package org.contactroi.app.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.reference.ReferenceTopic;
import org.contactroi.app.topics.CompactedTopic;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.app.topics.TotalsTopic;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.report.Facts.Counted;
import org.contactroi.serve.RecordReader;
import org.contactroi.topic.Topics;

/** Reads what a report is made of: statements, totals of days, reference records. */
final class ReportTopics implements AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReader records;
  private final Topics topics;

  ReportTopics(Consumer<byte[], byte[]> consumer, RecordReader records, Topics topics) {
    this.consumer = consumer;
    this.records = records;
    this.topics = topics;
  }

  /**
   * The topics of a configuration.
   *
   * @throws IllegalStateException naming those that are missing
   */
  static ReportTopics open(AppConfig config) {
    Topics names = config.topics().names();
    RequiredTopics.check(
        config, List.of(names.roi(), names.totals(), names.reference(), names.watermarks()));
    return new ReportTopics(
        new KafkaConsumer<>(
            config.kafka().consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes()),
        names);
  }

  /**
   * The statements of a tenant.
   *
   * @param all in the order of their days
   * @param tenants of which there are statements
   */
  record Published(List<StatementRecord> all, SortedSet<String> tenants) {

    List<StatementRecord> of(Horizon horizon) {
      return all.stream().filter(statement -> statement.getHorizon() == horizon).toList();
    }
  }

  /** The newest statements of a tenant. */
  Published statements(String tenant) {
    String prefix = Keys.escape(tenant) + "/";
    SortedSet<String> tenants = new TreeSet<>();
    List<StatementRecord> statements = new ArrayList<>();
    new CompactedTopic(consumer)
        .newest(
            topics.roi(),
            key -> {
              tenants.add(Keys.split(key).get(0));
              return key.startsWith(prefix);
            })
        .values()
        .forEach(value -> statements.add((StatementRecord) records.decode(topics.roi(), value)));
    statements.sort(Comparator.comparing(StatementRecord::getFrom));
    return new Published(statements, tenants);
  }

  /** What is counted of a tenant's days, over all. */
  SortedMap<LocalDate, Counted> counted(String tenant, ZoneId zone) {
    SortedMap<LocalDate, Counted> counted = new TreeMap<>();
    totals(tenant)
        .forEach(
            (key, totals) ->
                counted.merge(
                    Instant.ofEpochMilli(key.start()).atZone(zone).toLocalDate(),
                    counted(totals),
                    Counted::plus));
    return counted;
  }

  /** The reference records of a tenant. */
  List<CatalogEntry> reference(String tenant, BiConsumer<String, String> unreadable) {
    return new ReferenceTopic(consumer, records, topics)
        .entries(unreadable).stream().filter(entry -> entry.tenant().equals(tenant)).toList();
  }

  /** Tenants that have come somewhere in event time. */
  SortedSet<String> tenants() {
    return new TreeSet<>(new ReferenceTopic(consumer, records, topics).watermarks().keySet());
  }

  /** The latest of some instants and of the watermark of a tenant. */
  Instant watermark(String tenant, Collection<StatementRecord> statements) {
    Instant latest =
        new ReferenceTopic(consumer, records, topics)
            .watermarks()
            .getOrDefault(tenant, Instant.EPOCH);
    for (StatementRecord statement : statements) {
      Instant reached = statement.getWatermark();
      latest = reached != null && reached.isAfter(latest) ? reached : latest;
    }
    return latest;
  }

  @Override
  public void close() {
    consumer.close();
    records.close();
  }

  private Map<TotalsKey, Totals> totals(String tenant) {
    return new TotalsTopic(consumer, records, topics)
        .days(
            tenant,
            key ->
                key.slice().by().equals(SliceBy.ALL.id())
                    && (key.family() == Containment.FAMILY
                        || key.family() == FirstContactResolution.FAMILY))
        .totals();
  }

  private static Counted counted(Totals totals) {
    return totals.family() == Containment.FAMILY
        ? new Counted(totals, Counted.NOTHING.resolution())
        : new Counted(Counted.NOTHING.containment(), totals);
  }
}

package org.contactroi.app.money;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.reference.ReferenceTopic;
import org.contactroi.app.topics.CompactedTopic;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.serve.RecordReader;
import org.contactroi.topic.Topics;

/** Reads statements and what they are made of from the topics, committed records only. */
final class MoneyTopics implements MoneySource, AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReader records;
  private final Topics topics;
  private final CompactedTopic compacted;
  private final ReferenceTopic reference;

  MoneyTopics(
      Consumer<byte[], byte[]> consumer,
      RecordReader records,
      Topics topics,
      ReadingProgress progress) {
    this.consumer = consumer;
    this.records = records;
    this.topics = topics;
    this.compacted = new CompactedTopic(consumer, progress);
    this.reference = new ReferenceTopic(consumer, records, topics);
  }

  /**
   * The topics of a configuration.
   *
   * @throws IllegalStateException naming those that are missing
   */
  static MoneyTopics open(AppConfig config, ReadingProgress progress) {
    Topics names = config.topics().names();
    RequiredTopics.check(
        config, List.of(names.reference(), names.watermarks(), names.totals(), names.roi()));
    return new MoneyTopics(
        new KafkaConsumer<>(
            config.kafka().consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes()),
        names,
        progress);
  }

  @Override
  public List<CatalogEntry> entries(BiConsumer<String, String> leftOut) {
    return reference.entries(leftOut);
  }

  @Override
  public Map<String, Instant> watermarks() {
    return reference.watermarks();
  }

  @Override
  public TenantStatements statements(String tenant) {
    SortedSet<String> tenants = new TreeSet<>();
    Collection<byte[]> own =
        compacted
            .newest(
                topics.roi(),
                key -> {
                  String of = Keys.split(key).get(0);
                  tenants.add(of);
                  return of.equals(tenant);
                })
            .values();
    return new TenantStatements(
        own.stream().map(value -> (StatementRecord) records.decode(topics.roi(), value)).toList(),
        tenants);
  }

  @Override
  public Map<TotalsKey, Totals> totals(String tenant, Predicate<TotalsKey> wanted) {
    String prefix = Keys.escape(tenant) + "/";
    Map<TotalsKey, Totals> totals = new HashMap<>();
    compacted
        .newest(topics.totals(), text -> text.startsWith(prefix) && wanted.test(Families.key(text)))
        .forEach(
            (text, value) -> {
              TotalsKey key = Families.key(text);
              totals.put(key, records.totals(topics.totals(), key.family(), value));
            });
    return totals;
  }

  @Override
  public void close() {
    reference.close();
    consumer.close();
  }
}

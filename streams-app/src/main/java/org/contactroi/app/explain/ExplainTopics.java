package org.contactroi.app.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.reference.ReferenceTopic;
import org.contactroi.app.topics.CompactedTopic;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.app.topics.TotalsTopic;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.explain.Question;
import org.contactroi.explain.Rows;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Volume;
import org.contactroi.serve.RecordReader;
import org.contactroi.topic.Topics;
import org.contactroi.topology.FactMoney;
import org.jspecify.annotations.Nullable;

/** Reads what one total is explained by: policies, facts, and the totals beside it. */
final class ExplainTopics implements AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReader records;
  private final Topics topics;
  private final CompactedTopic compacted;

  ExplainTopics(
      Consumer<byte[], byte[]> consumer,
      RecordReader records,
      Topics topics,
      ReadingProgress progress) {
    this.consumer = consumer;
    this.records = records;
    this.topics = topics;
    this.compacted = new CompactedTopic(consumer, progress);
  }

  /**
   * The topics of a configuration.
   *
   * @throws IllegalStateException naming those that are missing
   */
  static ExplainTopics open(AppConfig config, Family family, ReadingProgress progress) {
    Topics names = config.topics().names();
    RequiredTopics.check(
        config,
        List.of(
            names.reference(),
            names.watermarks(),
            names.totals(),
            names.kpi(Volume.FAMILY),
            FactKind.of(family).topic(names)));
    return new ExplainTopics(
        new KafkaConsumer<>(
            config.kafka().consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes()),
        names,
        progress);
  }

  /**
   * The policies of a configuration and of topic reference.
   *
   * @param leftOut is told of records that are none or do not fit, and why
   */
  Policies policies(Policies configured, BiConsumer<String, String> leftOut) {
    List<CatalogEntry> entries = reference().entries(leftOut);
    return Catalog.policies(
        configured,
        entries,
        (entry, refusal) -> leftOut.accept(entry.key(), refusal.field() + " " + refusal.reason()));
  }

  /** The event time each tenant has reached, of those known. */
  Map<String, Instant> watermarks() {
    return reference().watermarks();
  }

  /** The zone on a tenant's records, if there is one. */
  Optional<ZoneId> zone(String tenant) {
    return new TotalsTopic(consumer, records, topics).zone(tenant).map(ZoneId::of);
  }

  /** The totals of all values of a key's slice in its window, by the text of the value. */
  Map<String, Totals> totals(TotalsKey key) {
    String prefix = TotalsKey.slicePrefix(key.tenant(), key.family(), key.slice().by());
    String suffix = "/" + key.window().id() + "/" + Instant.ofEpochMilli(key.start());
    Map<String, Totals> totals = new TreeMap<>();
    compacted
        .newest(topics.totals(), text -> text.startsWith(prefix) && text.endsWith(suffix))
        .forEach(
            (text, value) ->
                totals.put(
                    Families.key(text).slice().valueText(),
                    records.totals(topics.totals(), key.family(), value)));
    return totals;
  }

  /** What facts of a tenant are worth; empty if its policy states no money. */
  Optional<FactMoney> facts(String tenant, ZoneId zone) {
    return FactMoney.of(tenant, reference().entries((key, reason) -> {}), zone);
  }

  /** The amounts on the KPI record of a total; null if there are none. */
  @Nullable GenericRecord money(TotalsKey key) {
    String topic = topics.kpi(key.family());
    byte[] record =
        compacted.newest(topic, key.textWithoutFamily()::equals).get(key.textWithoutFamily());
    return record == null
        ? null
        : (GenericRecord) ((GenericRecord) records.decode(topic, record)).get("money");
  }

  /** The rows of all facts that contribute. */
  Rows rows(Question question) {
    return rows(FactKind.of(question.family()), question);
  }

  @Override
  public void close() {
    consumer.close();
    records.close();
  }

  private <R extends IndexedRecord> Rows rows(FactKind<R> kind, Question question) {
    String topic = kind.topic(topics);
    String prefix = kind.prefix(question);
    FactRows<R> facts = new FactRows<>(kind, question, value -> records.decode(topic, value));
    compacted.read(topic, key -> key.startsWith(prefix), facts::take);
    return facts.rows();
  }

  private ReferenceTopic reference() {
    return new ReferenceTopic(consumer, records, topics);
  }
}

package org.contactroi.app.topics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.CatalogRecords;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.Watermark;
import org.contactroi.record.RecordReader;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.topic.Topics;
import org.contactroi.wire.UndecodableException;
import org.jspecify.annotations.Nullable;

/** Reads what is published from begin to current end, committed records only. */
public final class PublishedTopics implements PublishedSource, AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReader records;
  private final Topics topics;
  private final CompactedTopic compacted;
  private final Supplier<Unread> unread;

  /**
   * A reader of topics.
   *
   * @param consumer of committed records only, without a group
   * @param progress is told how far a topic is read
   * @param unread looks at what the pipeline has not read
   */
  public PublishedTopics(
      Consumer<byte[], byte[]> consumer,
      RecordReader records,
      Topics topics,
      ReadingProgress progress,
      Supplier<Unread> unread) {
    this.consumer = consumer;
    this.records = records;
    this.topics = topics;
    this.compacted = new CompactedTopic(consumer, progress);
    this.unread = unread;
  }

  /** The topics of a configuration. */
  public static PublishedTopics open(AppConfig config, ReadingProgress progress) {
    return new PublishedTopics(
        new KafkaConsumer<>(
            config.kafka().consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes()),
        config.topics().names(),
        progress,
        () -> Unread.of(config));
  }

  /**
   * The same for reference records and watermarks.
   *
   * @throws IllegalStateException naming those that are missing
   */
  public static PublishedTopics ofReference(AppConfig config) {
    Topics names = config.topics().names();
    RequiredTopics.check(config, List.of(names.reference(), names.watermarks()));
    return open(config, ReadingProgress.SILENT);
  }

  /**
   * The same for statements and what they are made of.
   *
   * @throws IllegalStateException naming those that are missing
   */
  public static PublishedTopics ofMoney(AppConfig config, ReadingProgress progress) {
    Topics names = config.topics().names();
    RequiredTopics.check(
        config, List.of(names.reference(), names.watermarks(), names.totals(), names.roi()));
    return open(config, progress);
  }

  @Override
  public Backlog backlog(String tenant) {
    Unread now = unread.get();
    if (now.isNothing()) {
      return Backlog.NONE;
    }
    return new Backlog(
        now.events(),
        now.between(),
        now.whyUnknown(),
        new Backlog.Span(
            watermarks().get(tenant),
            NewestEvent.of(now.eventPartitions(), tenant, consumer, records)));
  }

  @Override
  public List<CatalogEntry> entries(BiConsumer<String, String> leftOut) {
    List<CatalogEntry> entries = new ArrayList<>();
    compacted
        .newest(topics.reference(), key -> true)
        .forEach(
            (key, value) -> {
              try {
                entries.add(entry(records.decode(topics.reference(), value)));
              } catch (UndecodableException | IllegalArgumentException e) {
                leftOut.accept(key, String.valueOf(e.getMessage()));
              }
            });
    entries.sort(CatalogEntry.ORDER);
    return entries;
  }

  @Override
  public Map<String, Instant> watermarks() {
    Map<String, Instant> watermarks = new HashMap<>();
    for (byte[] value : compacted.newest(topics.watermarks(), key -> true).values()) {
      Watermark watermark = (Watermark) records.decode(topics.watermarks(), value);
      watermarks.put(watermark.getTenantId(), watermark.getWatermark());
    }
    return watermarks;
  }

  @Override
  public TenantStatements statements(String tenant) {
    SortedSet<String> tenants = new TreeSet<>();
    Collection<byte[]> own =
        compacted.newest(topics.roi(), key -> isOf(tenant, key, tenants)).values();
    return new TenantStatements(
        own.stream().map(value -> records.statement(topics.roi(), value)).toList(), tenants);
  }

  @Override
  public Map<TotalsKey, Totals> totals(String tenant, Predicate<TotalsKey> wanted) {
    String prefix = Keys.escape(tenant) + "/";
    return totals(text -> text.startsWith(prefix) && mayHold(RowKey.of(text), wanted), wanted);
  }

  /** Whether a row of hours or days holds something wanted; quarters may. */
  private static boolean mayHold(RowKey row, Predicate<TotalsKey> wanted) {
    return row.window() == WindowSize.QUARTER
        || Families.all().stream().anyMatch(family -> wanted.test(row.of(family)));
  }

  /** The totals whose keys pass, of rows that do; no others are held. */
  private Map<TotalsKey, Totals> totals(Predicate<String> rows, Predicate<TotalsKey> wanted) {
    Map<TotalsKey, Totals> totals = new HashMap<>();
    compacted
        .newest(topics.totals(), rows)
        .forEach(
            (text, value) ->
                records
                    .totals(topics.totals(), RowKey.of(text), value)
                    .forEach(
                        (key, of) -> {
                          if (wanted.test(key)) {
                            totals.put(key, of);
                          }
                        }));
    return totals;
  }

  /**
   * The totals of a tenant's days whose keys pass.
   *
   * @param tenants gets all that have totals
   */
  public Map<TotalsKey, Totals> days(
      String tenant, Predicate<TotalsKey> wanted, SortedSet<String> tenants) {
    String day = "/" + WindowSize.DAY.id() + "/";
    Predicate<TotalsKey> isDay = key -> key.window() == WindowSize.DAY && wanted.test(key);
    return totals(
        text ->
            isOf(tenant, text, tenants) && text.contains(day) && mayHold(RowKey.of(text), isDay),
        isDay);
  }

  /** The zone on the KPI records of a tenant's days, if there is one. */
  public Optional<String> zone(String tenant) {
    String prefix = Keys.escape(tenant) + "/all/all/" + WindowSize.DAY.id() + "/";
    String topic = topics.kpi(Volume.FAMILY);
    return compacted.newest(topic, key -> key.startsWith(prefix)).values().stream()
        .findFirst()
        .map(value -> records.kpi(topic, value).zone());
  }

  /** The KPI record of a total; null if there is none. */
  public @Nullable IndexedRecord kpi(TotalsKey key) {
    String topic = topics.kpi(key.family());
    String text = key.row().text();
    byte[] value = compacted.newest(topic, text::equals).get(text);
    return value == null ? null : records.decode(topic, value);
  }

  /**
   * Reads all values of the keys that begin alike, those of one key in their order.
   *
   * @param sink gets key and value, which is null for a tombstone
   */
  public void read(String topic, String prefix, BiConsumer<String, byte @Nullable []> sink) {
    compacted.read(topic, key -> key.startsWith(prefix), sink);
  }

  /** Reads all records of a topic, those of one partition in their order. */
  public void records(
      String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    compacted.records(topic, sink);
  }

  /** The totals of a row's families in a value of topic totals. */
  public Map<TotalsKey, Totals> totals(RowKey row, byte[] value) {
    return records.totals(topics.totals(), row, value);
  }

  /** Decodes a value of a topic. */
  public IndexedRecord decode(String topic, byte[] value) {
    return records.decode(topic, value);
  }

  /** Names of the topics. */
  public Topics names() {
    return topics;
  }

  @Override
  public void close() {
    consumer.close();
    records.close();
  }

  /** Whether a key is of a tenant, which are all taken down. */
  private static boolean isOf(String tenant, String key, SortedSet<String> tenants) {
    String of = Keys.unescape(key.substring(0, Math.max(0, key.indexOf('/'))));
    tenants.add(of);
    return of.equals(tenant);
  }

  private static CatalogEntry entry(IndexedRecord decoded) {
    if (decoded instanceof ReferenceRecord published) {
      return CatalogRecords.entry(published);
    }
    throw new IllegalArgumentException("it is a " + decoded.getSchema().getName());
  }
}

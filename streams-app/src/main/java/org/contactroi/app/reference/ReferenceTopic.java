package org.contactroi.app.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.CompactedTopic;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.CatalogRecords;
import org.contactroi.outputs.Watermark;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.serve.RecordReader;
import org.contactroi.topic.Topics;
import org.contactroi.wire.UndecodableException;

/** Reads the reference records that are committed, and how far tenants have come. */
public final class ReferenceTopic implements AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReader records;
  private final Topics topics;

  public ReferenceTopic(Consumer<byte[], byte[]> consumer, RecordReader records, Topics topics) {
    this.consumer = consumer;
    this.records = records;
    this.topics = topics;
  }

  /**
   * The topics of a configuration.
   *
   * @throws IllegalStateException naming those that are missing
   */
  static ReferenceTopic open(AppConfig config) {
    Topics names = config.topics().names();
    RequiredTopics.check(config, List.of(names.reference(), names.watermarks()));
    return new ReferenceTopic(
        new KafkaConsumer<>(
            config.kafka().consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes()),
        names);
  }

  /**
   * All entries, in their order.
   *
   * @param unreadable is told of keys whose records are none, and why
   */
  public List<CatalogEntry> entries(BiConsumer<String, String> unreadable) {
    List<CatalogEntry> entries = new ArrayList<>();
    newest(topics.reference())
        .forEach(
            (key, value) -> {
              try {
                entries.add(entry(records.decode(topics.reference(), value)));
              } catch (UndecodableException | IllegalArgumentException e) {
                unreadable.accept(key, String.valueOf(e.getMessage()));
              }
            });
    entries.sort(CatalogEntry.ORDER);
    return entries;
  }

  /** The event time each tenant has reached, of those known. */
  public Map<String, Instant> watermarks() {
    Map<String, Instant> watermarks = new HashMap<>();
    for (byte[] value : newest(topics.watermarks()).values()) {
      Watermark watermark = (Watermark) records.decode(topics.watermarks(), value);
      watermarks.put(watermark.getTenantId(), watermark.getWatermark());
    }
    return watermarks;
  }

  @Override
  public void close() {
    consumer.close();
    records.close();
  }

  private Map<String, byte[]> newest(String topic) {
    return new CompactedTopic(consumer).newest(topic, key -> true);
  }

  private static CatalogEntry entry(IndexedRecord decoded) {
    if (decoded instanceof ReferenceRecord published) {
      return CatalogRecords.entry(published);
    }
    throw new IllegalArgumentException("it is a " + decoded.getSchema().getName());
  }
}

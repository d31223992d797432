package org.contactroi.serve.store;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.contactroi.kpi.Keys;
import org.contactroi.serve.gauge.Tenant;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Changes that are written together. */
final class StoreBatch implements AutoCloseable {

  private final WriteBatch content = new WriteBatch();

  /** A window, or its end when the value is null. */
  void window(Bytes key, byte @Nullable [] value) {
    put(KpiStore.Area.RECORDS.key(key.get()), value);
  }

  /** The minutes of a quarter of an hour, or their end when the value is null. */
  void quarter(String key, byte @Nullable [] value) {
    put(KpiStore.bytes(KpiStore.Area.QUARTERS.key(key)), value);
  }

  /** A statement, or its end when the value is null. */
  void statement(String key, byte @Nullable [] value) {
    put(KpiStore.bytes(KpiStore.Area.STATEMENTS.key(key)), value);
  }

  /** What is open in a slice, or that nothing is when the value is null. */
  void live(String key, byte @Nullable [] value) {
    put(KpiStore.bytes(KpiStore.Area.LIVE.key(key)), value);
  }

  /** The offset to go on from. */
  void offset(TopicPartition partition, String topicId, long next) {
    text(KpiStore.Area.OFFSETS, partition.toString(), new StoredOffset(topicId, next).text());
  }

  void tenant(Tenant tenant) {
    text(KpiStore.Area.TENANTS, Keys.escape(tenant.id()), tenant.text());
  }

  void counter(String name, long value) {
    text(KpiStore.Area.COUNTERS, name, Long.toString(value));
  }

  /** When this batch was written, wall clock ms. */
  void writtenAt(long wallClock) {
    text(KpiStore.Area.WRITTEN, "", Long.toString(wallClock));
  }

  WriteBatch content() {
    return content;
  }

  @Override
  public void close() {
    content.close();
  }

  private void text(KpiStore.Area area, String key, String value) {
    put(KpiStore.bytes(area.key(key)), KpiStore.bytes(value));
  }

  private void put(byte[] key, byte @Nullable [] value) {
    try {
      if (value == null) {
        content.delete(key);
      } else {
        content.put(key, value);
      }
    } catch (RocksDBException e) {
      throw new IllegalStateException("a batch takes no more: " + e, e);
    }
  }
}

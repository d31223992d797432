package org.contactroi.topology.statement;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Sha256;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.topology.store.AvroBytes;
import org.jspecify.annotations.Nullable;

/**
 * The statements that are published: one goes out when it says something else than before, its
 * watermark apart, and has a new revision then. Of each its revision and a digest are kept.
 */
final class Statements {

  private static final byte[] WITHDRAWN = {};

  private final KeyValueStore<String, byte[]> store;
  private final BiConsumer<String, @Nullable StatementRecord> outlet;
  private final SpecificDatumWriter<StatementRecord> writer =
      new SpecificDatumWriter<>(StatementRecord.class);

  Statements(
      KeyValueStore<String, byte[]> store, BiConsumer<String, @Nullable StatementRecord> outlet) {
    this.store = store;
    this.outlet = outlet;
  }

  /**
   * Publishes a statement if it is new or another.
   *
   * @param statement without revision and watermark
   */
  void publish(String key, StatementRecord statement, Instant watermark) {
    byte[] digest = Sha256.of(AvroBytes.write(encoder -> writer.write(statement, encoder)));
    byte[] before = store.get(key);
    if (before == null || !Arrays.equals(digest, digest(ByteBuffer.wrap(before)))) {
      long revision = revision(before) + 1;
      put(key, revision, digest);
      outlet.accept(
          key,
          StatementRecord.newBuilder(statement)
              .setRevision(revision)
              .setWatermark(watermark)
              .build());
    }
  }

  /** Publishes that there is no such statement any more; should it come back, it has a revision. */
  void withdraw(String key) {
    byte[] before = store.get(key);
    if (before != null && before.length > Long.BYTES) {
      put(key, revision(before), WITHDRAWN);
      outlet.accept(key, null);
    }
  }

  /** Withdraws all statements whose keys begin alike but one. */
  void withdrawOthers(String prefix, @Nullable String key) {
    List<String> others = new ArrayList<>();
    // '0' follows '/', with which the prefix ends.
    try (KeyValueIterator<String, byte[]> range =
        store.range(prefix, prefix.substring(0, prefix.length() - 1) + "0")) {
      range.forEachRemaining(entry -> others.add(entry.key));
    }
    others.stream().filter(other -> !other.equals(key)).forEach(this::withdraw);
  }

  private void put(String key, long revision, byte[] digest) {
    store.put(
        key, ByteBuffer.allocate(Long.BYTES + digest.length).putLong(revision).put(digest).array());
  }

  private static long revision(byte @Nullable [] stored) {
    return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
  }

  private static byte[] digest(ByteBuffer stored) {
    byte[] digest = new byte[stored.remaining() - Long.BYTES];
    stored.position(Long.BYTES).get(digest);
    return digest;
  }
}

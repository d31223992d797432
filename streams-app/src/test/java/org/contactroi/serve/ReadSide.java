package org.contactroi.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.record.RecordReader;
import org.contactroi.serve.gauge.Sample;
import org.contactroi.serve.gauge.SlidingGauges;
import org.contactroi.serve.store.ChangeCollector;
import org.contactroi.serve.store.KpiState;
import org.contactroi.serve.store.KpiStore;
import org.contactroi.serve.store.OutputReader;
import org.contactroi.serve.store.Readiness;
import org.jspecify.annotations.Nullable;

/** The read side over a consumer that gives what a test publishes. */
public final class ReadSide implements AutoCloseable {

  public static final long MINUTE = 60_000;
  public static final long HOUR = 60 * MINUTE;
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  public final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  public final Readiness readiness = new Readiness("starting");
  public final List<Long> delays = new ArrayList<>();
  public final KpiState state;
  public final OutputReader reader;
  private final KpiStore store;
  private final Map<TopicPartition, Long> offsets = new HashMap<>();
  private final Map<TotalsKey, Totals> minutes = new HashMap<>();

  public ReadSide(Path folder, String topicId, int valuesPerSlice) {
    this(folder, topicId, valuesPerSlice, NOW);
  }

  public ReadSide(Path folder, String topicId, int valuesPerSlice, Instant now) {
    store = KpiStore.open(folder);
    RecordReader records = Published.reader();
    Policies policies = new Policies(KpiPolicy.DEFAULT, Map.of());
    state =
        new KpiState(
            store, records, Published.TOPICS, new SlidingGauges.Rules(valuesPerSlice, policies));
    Map<TopicPartition, String> partitions = new HashMap<>();
    for (String topic : OutputReader.outputs(Published.TOPICS)) {
      partitions.put(new TopicPartition(topic, 0), topicId);
      offsets.put(new TopicPartition(topic, 0), 0L);
    }
    consumer.updateBeginningOffsets(offsets);
    consumer.updateEndOffsets(offsets);
    reader =
        new OutputReader(
            consumer,
            topics -> partitions,
            Published.TOPICS,
            state,
            new ChangeCollector(Published.TOPICS, records, state),
            readiness,
            Clock.fixed(now, ZoneOffset.UTC),
            delays::add);
  }

  /** A minute of the slice all. */
  public void minute(Totals totals, long start, long watermark) {
    publish(key(totals.family(), new Slice("all", List.of()), start), totals, watermark);
  }

  /** A minute with others of its quarter, and the KPI record of its hour with the watermark. */
  public void publish(TotalsKey key, Totals totals, long watermark) {
    minutes.put(key, totals);
    publishQuarter(key);
    publishHour(hour(key), watermark);
  }

  /** Takes a minute out of its quarter and of its hour, or all of them with it. */
  public void remove(TotalsKey key, long watermark) {
    minutes.remove(key);
    publishQuarter(key);
    publishHour(hour(key), watermark);
  }

  private void publishQuarter(TotalsKey minute) {
    RowKey row = RowKey.holding(minute);
    SortedMap<Long, List<Totals>> of = new TreeMap<>();
    minutes.forEach(
        (key, totals) -> {
          if (RowKey.holding(key).equals(row)) {
            of.computeIfAbsent(key.start(), start -> new ArrayList<>()).add(totals);
          }
        });
    add(Published.TOPICS.totals(), row.text(), of.isEmpty() ? null : Published.quarter(row, of));
  }

  private void publishHour(TotalsKey hour, long watermark) {
    Totals sum = Totals.zero(hour.family());
    for (Map.Entry<TotalsKey, Totals> minute : minutes.entrySet()) {
      if (hour(minute.getKey()).equals(hour)) {
        sum = sum.plus(minute.getValue());
      }
    }
    byte[] value =
        sum.isZero() ? null : Published.kpi(sum, hour.start(), hour.start() + HOUR, watermark, 0.5);
    add(Published.TOPICS.kpi(hour.family()), hour.row().text(), value);
  }

  public static TotalsKey hour(TotalsKey key) {
    long start = Math.floorDiv(key.start(), HOUR) * HOUR;
    return new TotalsKey(key.tenant(), key.family(), key.slice(), WindowSize.HOUR, start);
  }

  public static TotalsKey key(Family family, Slice slice, long start) {
    return new TotalsKey("acme", family, slice, WindowSize.MINUTE, start);
  }

  public void add(String topic, String key, byte @Nullable [] value) {
    add(topic, key, value, offsets.getOrDefault(new TopicPartition(topic, 0), 0L));
  }

  public void add(String topic, String key, byte @Nullable [] value, long offset) {
    TopicPartition partition = new TopicPartition(topic, 0);
    consumer.addRecord(
        new ConsumerRecord<>(topic, 0, offset, key.getBytes(StandardCharsets.UTF_8), value));
    offsets.put(partition, offset + 1);
    consumer.updateEndOffsets(Map.of(partition, offset + 1));
  }

  /** Value of a gauge whose labels hold all of these texts, or null. */
  public @Nullable Double gauge(String name, String... labels) {
    state.gauges().refresh();
    return state.gauges().samples().stream()
        .filter(sample -> sample.name().equals(name))
        .filter(sample -> List.of(labels).stream().allMatch(sample.labels().toString()::contains))
        .map(Sample::value)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    consumer.close();
    store.close();
  }
}

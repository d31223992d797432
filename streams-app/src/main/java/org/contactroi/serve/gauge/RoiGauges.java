package org.contactroi.serve.gauge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.contactroi.kpi.Keys;
import org.contactroi.record.RecordReader;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.statement.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of the return on an investment: of each tenant and horizon those of the statement that
 * starts last among those that are not withdrawn. Undefined is absent.
 */
public final class RoiGauges {

  private static final int PARTS = 4;

  /** A horizon of a tenant, as in keys. */
  private record Series(String tenant, String horizon) {}

  private final RecordReader reader;
  private final String topic;

  /** Encoded, by start: one is withdrawn before or after another one takes its place. */
  private final Map<Series, NavigableMap<String, byte[]>> live = new ConcurrentHashMap<>();

  /** Without gauges. */
  public RoiGauges(RecordReader reader, String topic) {
    this.reader = reader;
    this.topic = topic;
  }

  /** Whether a key is that of a statement. */
  public static boolean isKey(String key) {
    return key.split("/", -1).length == PARTS;
  }

  /**
   * Notes a statement, or that it is gone when the value is null.
   *
   * @param key {@code tenant/scope/horizon/start}
   */
  public void put(String key, byte @Nullable [] value) {
    String[] parts = key.split("/", -1);
    Series series = new Series(parts[0], parts[2]);
    if (value == null) {
      NavigableMap<String, byte[]> known = live.get(series);
      if (known != null) {
        known.remove(parts[3]);
      }
    } else {
      live.computeIfAbsent(series, any -> new ConcurrentSkipListMap<>()).put(parts[3], value);
    }
  }

  /** Forgets everything. */
  public void clear() {
    live.clear();
  }

  /** The statement of a horizon that starts last; empty before there is one. */
  public Optional<TenantStatement> newest(String tenant, Horizon horizon) {
    return Optional.ofNullable(live.get(new Series(Keys.escape(tenant), horizon.id())))
        .map(NavigableMap::lastEntry)
        .map(newest -> reader.statement(topic, newest.getValue()));
  }

  /** Values as they are now, in a fixed order. */
  public List<Sample> samples() {
    Map<Series, NavigableMap<String, byte[]>> sorted =
        new TreeMap<>(Comparator.comparing(Series::tenant).thenComparing(Series::horizon));
    sorted.putAll(live);
    List<Sample> samples = new ArrayList<>();
    for (NavigableMap<String, byte[]> statements : sorted.values()) {
      Map.Entry<String, byte[]> newest = statements.lastEntry();
      if (newest != null) {
        samples.addAll(StatementSamples.of(reader.statement(topic, newest.getValue())));
      }
    }
    return samples;
  }
}

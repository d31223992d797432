package org.contactroi.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of the return on an investment: of each tenant and horizon those of its newest statement.
 * Undefined is absent.
 */
final class RoiGauges {

  private static final int PARTS = 4;

  /** A horizon of a tenant, as in keys. */
  private record Series(String tenant, String horizon) {}

  /**
   * The statement that gauges show.
   *
   * @param start as in its key
   */
  private record Newest(String start, List<Sample> samples) {}

  private final RecordReader reader;
  private final String topic;
  private final Map<Series, Newest> newest = new ConcurrentHashMap<>();

  /**
   * Without gauges.
   *
   * @param topic of statements
   */
  RoiGauges(RecordReader reader, String topic) {
    this.reader = reader;
    this.topic = topic;
  }

  /** Whether a key is that of a statement. */
  static boolean isKey(String key) {
    return key.split("/", -1).length == PARTS;
  }

  /**
   * Notes a statement, or that it is gone when the value is null.
   *
   * @param key {@code tenant/scope/horizon/start}
   */
  void put(String key, byte @Nullable [] value) {
    String[] parts = key.split("/", -1);
    Series series = new Series(parts[0], parts[2]);
    Newest known = newest.get(series);
    if (known != null && known.start().compareTo(parts[3]) > 0) {
      return;
    }
    if (value == null) {
      newest.remove(series);
    } else {
      newest.put(series, new Newest(parts[3], StatementSamples.of(reader.decode(topic, value))));
    }
  }

  /** Forgets everything. */
  void clear() {
    newest.clear();
  }

  /** Values as they are now, in a fixed order. */
  List<Sample> samples() {
    Map<Series, Newest> sorted =
        new TreeMap<>(Comparator.comparing(Series::tenant).thenComparing(Series::horizon));
    sorted.putAll(newest);
    List<Sample> samples = new ArrayList<>();
    sorted.values().forEach(statement -> samples.addAll(statement.samples()));
    return samples;
  }
}

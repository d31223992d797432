package org.contactroi.serve.gauge;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToLongFunction;
import org.contactroi.kpi.Keys;
import org.contactroi.live.LiveLoad;
import org.contactroi.live.LiveSlice;
import org.contactroi.record.RecordReader;
import org.jspecify.annotations.Nullable;

/**
 * What is open now, by tenant and slice. A slice that is not there has nothing open. One thread
 * puts; any may ask.
 */
public final class LiveBoard {

  private static final double MS_PER_SECOND = 1_000;
  private static final String SINCE = "contact_roi_live_waiting_since_timestamp_seconds";
  private static final String AGENTS = "contact_roi_live_agents";

  /** A number of a slice. */
  private record Gauge(String name, String help, ToLongFunction<LiveLoad> value) {}

  private static final List<Gauge> GAUGES =
      List.of(
          new Gauge(
              "contact_roi_live_waiting", "Customers who wait for a person", LiveLoad::waiting),
          new Gauge(
              "contact_roi_live_queued_work",
              "Callbacks, tasks and what the center began in queues",
              LiveLoad::queuedWork),
          new Gauge("contact_roi_live_in_service", "Open handled legs", LiveLoad::inService),
          new Gauge(
              "contact_roi_live_bot_sessions", "Open sessions with bots", LiveLoad::botSessions),
          new Gauge(
              "contact_roi_live_conversations", "Open written contacts", LiveLoad::conversations),
          new Gauge(
              "contact_roi_live_agents_available",
              "Agents whom work can be offered to",
              LiveLoad::agentsAvailable));

  private final ConcurrentNavigableMap<String, LiveSlice> slices = new ConcurrentSkipListMap<>();
  private final RecordReader reader;
  private final String topic;
  private final int valuesPerSlice;

  /**
   * Where nothing is open.
   *
   * @param valuesPerSlice how many values of one slice of a tenant have gauges
   */
  public LiveBoard(RecordReader reader, String topic, int valuesPerSlice) {
    this.reader = reader;
    this.topic = topic;
    this.valuesPerSlice = valuesPerSlice;
  }

  /**
   * Notes a record, or that nothing is open any more when the value is null.
   *
   * @param text {@code tenant/slice/value}
   * @throws IllegalArgumentException unless the key is one
   */
  public void put(String text, byte @Nullable [] value) {
    LiveSlice.Key key = LiveSlice.Key.of(text);
    if (value == null) {
      slices.remove(text);
    } else {
      slices.put(text, reader.live(topic, key, value));
    }
  }

  /** Forgets everything. */
  public void clear() {
    slices.clear();
  }

  /** What is open in a slice; empty when nothing is. */
  public Optional<LiveSlice> slice(LiveSlice.Key key) {
    return Optional.ofNullable(slices.get(key.text()));
  }

  /** All slices of a tenant in which something is open, by slice and value. */
  public List<LiveSlice> slices(String tenant) {
    String prefix = Keys.escape(tenant) + "/";
    NavigableMap<String, LiveSlice> own =
        slices.subMap(prefix, true, Keys.escape(tenant) + "0", false);
    return List.copyOf(own.values());
  }

  /**
   * Values as they are now, by tenant, slice and value; of each slice those of the first values in
   * the order of the alphabet, up to a number.
   */
  public List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    Map<String, Integer> shown = new HashMap<>();
    slices.forEach(
        (text, slice) -> {
          if (shown.merge(text.substring(0, text.lastIndexOf('/')), 1, Integer::sum)
              <= valuesPerSlice) {
            add(slice, samples);
          }
        });
    return samples;
  }

  /** Names of all gauges. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of(SINCE, AGENTS));
    GAUGES.forEach(gauge -> names.add(gauge.name()));
    return names;
  }

  private static void add(LiveSlice slice, List<Sample> samples) {
    Labels labels =
        Labels.of(
            "tenant", slice.key().tenant(),
            "slice", slice.key().slice().by(),
            "value", slice.key().slice().valueText());
    for (Gauge gauge : GAUGES) {
      double value = gauge.value().applyAsLong(slice.load());
      samples.add(new Sample(gauge.name(), gauge.help(), labels, value));
    }
    if (slice.waitingSince() != null) {
      samples.add(
          new Sample(
              SINCE,
              "Since when the one waits that waits longest",
              labels,
              slice.waitingSince().toEpochMilli() / MS_PER_SECOND));
    }
    slice
        .load()
        .agents()
        .forEach(
            (state, count) ->
                samples.add(
                    new Sample(
                        AGENTS,
                        "Agents by state",
                        labels.merge(Labels.of("state", state)),
                        count)));
  }
}

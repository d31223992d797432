package org.contactroi.serve.gauge;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.family.Families;
import org.jspecify.annotations.Nullable;

/**
 * The gauges of all series. Writing a window costs a look-up; sums are brought up to date when they
 * are asked for, from what has changed and what the watermark has passed. Windows that are not
 * within the last day of their tenant cost nothing: those behind can never count again, because a
 * watermark never falls, and those ahead, or of a tenant whose watermark is not known yet, are read
 * from the store when it reaches them. Of each slice the first values in the order of the alphabet
 * have gauges, up to a number, so that the choice depends on which values there are and not on how
 * they do. Thread safe.
 */
public final class SlidingGauges {

  private final SlidingSeries.Source source;
  private final Function<String, @Nullable Tenant> tenants;
  private final Rules rules;
  private final Map<String, SlidingSeries> series = new HashMap<>();
  private final Map<String, List<Sample>> samples = new HashMap<>();
  private volatile List<Sample> published = List.of();

  /** A slice of a tenant. */
  private record SliceOf(String tenant, String by) {}

  /**
   * What gauges are made by.
   *
   * @param valuesPerSlice how many values of one slice of a tenant have gauges
   */
  public record Rules(int valuesPerSlice, Policies policies) {

    private long settleAfter(String tenant, long instant) {
      return policies.at(tenant, instant).settleAfter().toMillis();
    }
  }

  public SlidingGauges(
      SlidingSeries.Source source, Function<String, @Nullable Tenant> tenants, Rules rules) {
    this.source = source;
    this.tenants = tenants;
    this.rules = rules;
  }

  /** Whether a series was added. */
  public synchronized boolean knows(String seriesPrefix) {
    return series.containsKey(seriesPrefix);
  }

  /**
   * Adds a series.
   *
   * @param key of any of its windows
   */
  public synchronized void add(String seriesPrefix, TotalsKey key) {
    series.putIfAbsent(seriesPrefix, new SlidingSeries(seriesPrefix, key));
  }

  /** Notes that a window was written. */
  public synchronized void touch(String seriesPrefix, long start) {
    series
        .computeIfAbsent(
            seriesPrefix,
            prefix -> new SlidingSeries(prefix, Families.key(prefix + Instant.ofEpochMilli(start))))
        .touch(start);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    series.clear();
    samples.clear();
    published = List.of();
  }

  /** Brings all sums to their tenant's watermark. */
  public synchronized void refresh() {
    series.values().removeIf(this::isOver);
    samples.keySet().retainAll(series.keySet());
    Map<SliceOf, NavigableMap<String, List<String>>> byValue = seriesByValue();
    List<Sample> all = new ArrayList<>();
    byValue.forEach((slice, values) -> refresh(slice, values, all));
    samples.values().forEach(all::addAll);
    published = List.copyOf(all);
  }

  /** What {@link #refresh} found last; never waits. */
  public List<Sample> samples() {
    return published;
  }

  private void refresh(SliceOf slice, NavigableMap<String, List<String>> values, List<Sample> all) {
    int seen = 0;
    for (List<String> prefixes : values.values()) {
      prefixes.forEach(seen < rules.valuesPerSlice() ? this::advance : this::forget);
      seen++;
    }
    Labels labels = Labels.of("tenant", slice.tenant(), "slice", slice.by());
    all.add(
        new Sample(
            "contact_roi_slice_values", "Values of a slice seen in the last day", labels, seen));
    all.add(
        new Sample(
            "contact_roi_slice_values_capped",
            "Those of them without gauges because of serve.gauge.slices.max",
            labels,
            Math.max(0, seen - rules.valuesPerSlice())));
  }

  private void advance(String prefix) {
    SlidingSeries advanced = series.get(prefix);
    if (advanced != null) {
      Long end = end(advanced);
      if (end != null && advanced.advance(end, source)) {
        samples.put(
            prefix, SeriesSamples.of(advanced, rules.settleAfter(advanced.key().tenant(), end)));
      }
    }
  }

  private void forget(String prefix) {
    SlidingSeries forgotten = series.get(prefix);
    if (forgotten != null) {
      forgotten.forget();
      samples.remove(prefix);
    }
  }

  private Map<SliceOf, NavigableMap<String, List<String>>> seriesByValue() {
    Map<SliceOf, NavigableMap<String, List<String>>> byValue = new HashMap<>();
    series.forEach(
        (prefix, of) ->
            byValue
                .computeIfAbsent(sliceOf(of), slice -> new TreeMap<>())
                .computeIfAbsent(of.key().slice().valueText(), value -> new ArrayList<>())
                .add(prefix));
    return byValue;
  }

  private static SliceOf sliceOf(SlidingSeries series) {
    return new SliceOf(series.key().tenant(), series.key().slice().by());
  }

  private boolean isOver(SlidingSeries series) {
    Long end = end(series);
    return end != null && series.isOver(end);
  }

  private @Nullable Long end(SlidingSeries series) {
    Tenant tenant = tenants.apply(series.key().tenant());
    return tenant == null || tenant.watermark() == null
        ? null
        : SlidingWindow.end(series.key().window(), tenant, tenant.watermark());
  }
}

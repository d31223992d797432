package org.contactroi.serve.store;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.record.RecordReader;
import org.contactroi.serve.gauge.LiveBoard;
import org.contactroi.serve.gauge.RoiGauges;
import org.contactroi.serve.gauge.SlidingGauges;
import org.contactroi.serve.gauge.SlidingWindow;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.gauge.WindowKey;
import org.contactroi.topic.Topics;

/**
 * Everything the read side knows: the store, and what of it is kept in memory. Built anew from the
 * store at start. One thread applies; any may ask.
 */
public final class KpiState {

  private static final String MINUTES = "/" + WindowSize.MINUTE.id() + "/";
  private static final String HOURS = "/" + WindowSize.HOUR.id() + "/";
  private static final int QUARTERS_DECODED = 1_000;
  private static final int CHANGES_KEPT = 10_000;

  private final KpiStore store;
  private final RecordReader records;
  private final Topics topics;
  private final SlidingGauges gauges;
  private final RoiGauges roi;
  private final History history;
  private final Feed feed = new Feed(CHANGES_KEPT);
  private final LiveBoard live;
  private final Map<String, Tenant> tenants = new ConcurrentHashMap<>();
  private final Map<String, Long> counters = new ConcurrentHashMap<>();

  /** Rows of minutes that were read last. */
  private final Map<String, Map<TotalsKey, Totals>> decoded =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Map<TotalsKey, Totals>> eldest) {
              return size() > QUARTERS_DECODED;
            }
          });

  public KpiState(KpiStore store, RecordReader records, Topics topics, SlidingGauges.Rules rules) {
    this.store = store;
    this.records = records;
    this.topics = topics;
    this.gauges = new SlidingGauges(this::totals, tenants::get, rules);
    this.roi = new RoiGauges(records, topics.roi());
    this.history = new History(store, records, topics);
    this.live = new LiveBoard(records, topics.live(), rules.valuesPerSlice());
    load();
  }

  /** Gauges of statements. */
  public RoiGauges roi() {
    return roi;
  }

  /** Records as they were published. */
  public History history() {
    return history;
  }

  /** What was read last. */
  public Feed feed() {
    return feed;
  }

  /** What is open now. */
  public LiveBoard live() {
    return live;
  }

  public SlidingGauges gauges() {
    return gauges;
  }

  /** Sums of counters by name, for instance {@code rejects/TOO_LATE}. */
  public Map<String, Long> counters() {
    return Map.copyOf(counters);
  }

  long counter(String name) {
    return counters.getOrDefault(name, 0L);
  }

  /** Tenants with a record. */
  public Set<String> tenantIds() {
    return new TreeSet<>(tenants.keySet());
  }

  public Optional<Tenant> tenant(String id) {
    return Optional.ofNullable(tenants.get(id));
  }

  /** Where reading goes on, by partition. */
  Map<String, StoredOffset> offsets() {
    Map<String, StoredOffset> offsets = new TreeMap<>();
    store
        .all(KpiStore.Area.OFFSETS)
        .forEach((partition, text) -> offsets.put(partition, StoredOffset.parse(text)));
    return offsets;
  }

  /** When anything was written last, wall clock ms; empty for a new store. */
  Optional<Long> writtenAt() {
    return Optional.ofNullable(store.all(KpiStore.Area.WRITTEN).get("")).map(Long::valueOf);
  }

  /** Writes what a poll brought, then shows it. */
  void apply(Changes changes, Map<TopicPartition, StoredOffset> offsets, long wallClock) {
    StoreBatch batch = new StoreBatch();
    changes.windows().forEach(batch::window);
    changes.quarters().forEach(batch::quarter);
    changes.statements().forEach(batch::statement);
    changes.live().forEach(batch::live);
    changes.tenants().values().forEach(batch::tenant);
    changes.counters().forEach(batch::counter);
    offsets.forEach((partition, next) -> batch.offset(partition, next.topicId(), next.next()));
    batch.writtenAt(wallClock);
    store.write(batch);
    decoded.keySet().removeAll(changes.quarters().keySet());
    changes.statements().forEach(roi::put);
    changes.live().forEach(live::put);
    tenants.putAll(changes.tenants());
    counters.putAll(changes.counters());
    changes.summed().forEach(window -> gauges.touch(window.seriesPrefix(), window.start()));
    feed.add(changes);
  }

  /** Forgets everything, in memory and on disk. */
  void clear() {
    store.clear();
    tenants.clear();
    counters.clear();
    decoded.clear();
    gauges.clear();
    roi.clear();
    live.clear();
  }

  /** KPI records of a series of hours or days that start in [from, to). */
  public NavigableMap<Long, Kpi> windows(SeriesId id, long from, long to) {
    String topic = topics.kpi(id.family());
    return scan(id.prefix(), from, to, value -> records.kpi(topic, value));
  }

  /** Totals of a series of minutes that start in [from, to). */
  public NavigableMap<Long, Totals> minutes(SeriesId id, long from, long to) {
    return minutes(
        new RowKey(id.tenant(), id.slice(), WindowSize.QUARTER, 0), id.family(), from, to);
  }

  /** Totals of a tenant's days in a slice that start in [from, to), UTC ms. */
  public Map<TotalsKey, Totals> days(String tenant, SliceBy slice, long from, long to) {
    Map<TotalsKey, Totals> days = new HashMap<>();
    store.newestOfEachSeries(
        KpiStore.Area.RECORDS,
        (prefix, start) -> {
          TotalsKey newest = Families.key(prefix + Instant.ofEpochMilli(start));
          if (newest.tenant().equals(tenant)
              && newest.window() == WindowSize.DAY
              && newest.slice().by().equals(slice.id())) {
            SeriesId id = new SeriesId(tenant, newest.family(), newest.slice(), WindowSize.DAY);
            windows(id, from, to)
                .forEach(
                    (day, kpi) ->
                        days.put(Families.key(prefix + Instant.ofEpochMilli(day)), kpi.totals()));
          }
        });
    return days;
  }

  /** Names a series of windows of one size. */
  public record SeriesId(String tenant, Family family, Slice slice, WindowSize window) {
    String prefix() {
      return TotalsKey.seriesPrefix(tenant, family, slice, window);
    }
  }

  /** Of minutes or hours. */
  private NavigableMap<Long, Totals> totals(String seriesPrefix, long from, long to) {
    if (seriesPrefix.endsWith(MINUTES)) {
      TotalsKey any = Families.key(seriesPrefix + Instant.EPOCH);
      return minutes(any.row(), any.family(), from, to);
    }
    String topic = topics.kpi(family(seriesPrefix));
    return scan(seriesPrefix, from, to, value -> records.kpi(topic, value).totals());
  }

  private NavigableMap<Long, Totals> minutes(RowKey of, Family family, long from, long to) {
    String prefix = RowKey.prefix(of.tenant(), of.slice(), WindowSize.QUARTER);
    NavigableMap<Long, byte[]> rows = new TreeMap<>();
    long first = TenantCalendar.quarter(Math.max(0, from)).start();
    store.scan(KpiStore.Area.QUARTERS, prefix, first, to, rows::put);
    NavigableMap<Long, Totals> minutes = new TreeMap<>();
    rows.forEach(
        (start, row) ->
            quarter(new RowKey(of.tenant(), of.slice(), WindowSize.QUARTER, start), row)
                .forEach(
                    (key, totals) -> {
                      if (key.family() == family
                          && key.start() >= from
                          && key.start() < to
                          && !totals.hasNegativeCounts()) {
                        minutes.put(key.start(), totals);
                      }
                    }));
    return minutes;
  }

  /** Families ask one after another for the same row. */
  private Map<TotalsKey, Totals> quarter(RowKey key, byte[] row) {
    return decoded.computeIfAbsent(key.text(), text -> records.totals(topics.totals(), key, row));
  }

  private <T> NavigableMap<Long, T> scan(
      String seriesPrefix, long from, long to, Function<byte[], T> decode) {
    NavigableMap<Long, byte[]> raw = new TreeMap<>();
    store.scan(KpiStore.Area.RECORDS, seriesPrefix, from, to, raw::put);
    NavigableMap<Long, T> decoded = new TreeMap<>();
    raw.forEach((start, value) -> decoded.put(start, decode.apply(value)));
    return decoded;
  }

  private static Family family(String seriesPrefix) {
    int begin = seriesPrefix.indexOf('/') + 1;
    return Families.of(seriesPrefix.substring(begin, seriesPrefix.indexOf('/', begin)));
  }

  private void load() {
    store
        .all(KpiStore.Area.TENANTS)
        .forEach(
            (id, text) -> tenants.put(Keys.unescape(id), Tenant.parse(Keys.unescape(id), text)));
    store
        .all(KpiStore.Area.COUNTERS)
        .forEach((name, value) -> counters.put(name, Long.valueOf(value)));
    store.values(KpiStore.Area.STATEMENTS).forEach(roi::put);
    store.values(KpiStore.Area.LIVE).forEach(live::put);
    store.newestOfEachSeries(KpiStore.Area.RECORDS, this::loadHours);
    store.newestOfEachSeries(KpiStore.Area.QUARTERS, this::loadMinutes);
  }

  private void loadHours(String seriesPrefix, long newestStart) {
    if (seriesPrefix.endsWith(HOURS)) {
      gauges.touch(seriesPrefix, newestStart);
    }
  }

  /** Of all families that the newest quarters of a slice may have. */
  private void loadMinutes(String rowPrefix, long newestStart) {
    RowKey newest = RowKey.of(rowPrefix + Instant.ofEpochMilli(newestStart));
    for (Family family : Families.all()) {
      NavigableMap<Long, Totals> minutes =
          minutes(newest, family, newestStart - SlidingWindow.HOUR.millis(), Long.MAX_VALUE);
      if (!minutes.isEmpty()) {
        WindowKey key =
            WindowKey.of(
                new TotalsKey(
                    newest.tenant(),
                    family,
                    newest.slice(),
                    WindowSize.MINUTE,
                    TenantCalendar.quarter(minutes.lastKey()).start()));
        gauges.touch(key.seriesPrefix(), key.start());
      }
    }
  }
}

package org.contactroi.serve.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.generic.IndexedRecord;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.SliceBy;
import org.contactroi.record.Fields;
import org.contactroi.record.KpiRecords;
import org.contactroi.record.RecordReader;
import org.contactroi.record.StatementRecords;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.topic.Topics;
import org.jspecify.annotations.Nullable;

/** What was published, read from the store whenever it is asked for. Thread safe. */
public final class History {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KpiStore store;
  private final RecordReader records;
  private final Topics topics;

  History(KpiStore store, RecordReader records, Topics topics) {
    this.store = store;
    this.records = records;
    this.topics = topics;
  }

  /**
   * A record of KPIs.
   *
   * @param money what it says about money, as published; null for a family without
   */
  public record PricedKpi(Kpi kpi, @Nullable JsonNode money) {}

  /** KPI records of a series of hours or days that start in [from, to). */
  public NavigableMap<Long, PricedKpi> windows(KpiState.SeriesId id, long from, long to) {
    String topic = topics.kpi(id.family());
    NavigableMap<Long, byte[]> raw = new TreeMap<>();
    store.scan(KpiStore.Area.RECORDS, id.prefix(), from, to, raw::put);
    NavigableMap<Long, PricedKpi> windows = new TreeMap<>();
    raw.forEach((start, value) -> windows.put(start, priced(records.decode(topic, value))));
    return windows;
  }

  /** The values that a slice of a tenant has in some families. */
  public SortedSet<String> values(String tenant, SliceBy by, Collection<Family> families) {
    SortedSet<String> values = new TreeSet<>();
    for (Family family : families) {
      String prefix = String.join("/", Keys.escape(tenant), family.id(), by.id(), "");
      store.newestOfEachSeries(
          KpiStore.Area.RECORDS,
          prefix,
          (series, newest) ->
              values.add(series.substring(prefix.length(), series.indexOf('/', prefix.length()))));
    }
    return values;
  }

  /** The statements of a horizon, by the day that names them, in its order. */
  public NavigableMap<String, TenantStatement> statements(String tenant, Horizon horizon) {
    String prefix = StatementRecords.prefix(tenant, horizon);
    NavigableMap<String, TenantStatement> statements = new TreeMap<>();
    store
        .values(KpiStore.Area.STATEMENTS, prefix)
        .forEach(
            (key, value) ->
                statements.put(
                    key.substring(prefix.length()), records.statement(topics.roi(), value)));
    return statements;
  }

  private static PricedKpi priced(IndexedRecord decoded) {
    Object money = Fields.find(decoded, "money");
    try {
      return new PricedKpi(
          KpiRecords.toDomain(decoded), money == null ? null : JSON.readTree(money.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is written as JSON", e);
    }
  }
}

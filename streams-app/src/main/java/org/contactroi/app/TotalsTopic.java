package org.contactroi.app;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.serve.RecordReader;
import org.contactroi.topic.Topics;

/** Reads topics of totals and KPI records from begin to current end, committed records only. */
final class TotalsTopic {

  /** The order of keys. */
  static final Comparator<TotalsKey> BY_TEXT = Comparator.comparing(TotalsKey::text);

  private final CompactedTopic compacted;
  private final RecordReader records;
  private final Topics topics;

  TotalsTopic(Consumer<byte[], byte[]> consumer, RecordReader records, Topics topics) {
    this.compacted = new CompactedTopic(consumer);
    this.records = records;
    this.topics = topics;
  }

  /** The totals of a tenant's days whose keys pass, by key. */
  Map<TotalsKey, Totals> days(String tenant, Predicate<TotalsKey> wanted) {
    String prefix = Keys.escape(tenant) + "/";
    String day = "/" + WindowSize.DAY.id() + "/";
    Map<TotalsKey, Totals> totals = new TreeMap<>(BY_TEXT);
    compacted
        .newest(topics.totals(), key -> key.startsWith(prefix) && key.contains(day))
        .forEach(
            (text, value) -> {
              TotalsKey key = TotalsKey.parse(text);
              if (key.window() == WindowSize.DAY && wanted.test(key)) {
                totals.put(key, records.totals(topics.totals(), key.family(), value));
              }
            });
    return totals;
  }

  /** The zone on the KPI records of a tenant's days, if there is one. */
  Optional<String> zone(String tenant) {
    String prefix = Keys.escape(tenant) + "/all/all/" + WindowSize.DAY.id() + "/";
    String topic = topics.kpi(Family.VOLUME);
    return compacted.newest(topic, key -> key.startsWith(prefix)).values().stream()
        .findFirst()
        .map(value -> records.kpi(topic, Family.VOLUME, value).zone());
  }
}

package org.contactroi.app.topics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Volume;
import org.contactroi.serve.RecordReader;
import org.contactroi.topic.Topics;

/** Reads topics of totals and KPI records from begin to current end, committed records only. */
public final class TotalsTopic {

  /** The order of keys. */
  public static final Comparator<TotalsKey> BY_TEXT = Comparator.comparing(TotalsKey::text);

  private final CompactedTopic compacted;
  private final RecordReader records;
  private final Topics topics;

  public TotalsTopic(Consumer<byte[], byte[]> consumer, RecordReader records, Topics topics) {
    this.compacted = new CompactedTopic(consumer);
    this.records = records;
    this.topics = topics;
  }

  /**
   * Totals of days of a tenant.
   *
   * @param totals by key
   * @param tenants all that have totals
   */
  public record Days(Map<TotalsKey, Totals> totals, SortedSet<String> tenants) {}

  /** The totals of a tenant's days whose keys pass; no others are held. */
  public Days days(String tenant, Predicate<TotalsKey> wanted) {
    Set<String> tenants = new HashSet<>();
    Map<TotalsKey, Totals> totals = new TreeMap<>(BY_TEXT);
    Predicate<String> isDay = dayOf(tenant, wanted);
    compacted
        .newest(
            topics.totals(),
            text -> {
              tenants.add(text.substring(0, Math.max(0, text.indexOf('/'))));
              return isDay.test(text);
            })
        .forEach(
            (text, value) -> {
              TotalsKey key = Families.key(text);
              totals.put(key, records.totals(topics.totals(), key.family(), value));
            });
    return new Days(
        totals,
        tenants.stream().map(Keys::unescape).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The zone on the KPI records of a tenant's days, if there is one. */
  public Optional<String> zone(String tenant) {
    String prefix = Keys.escape(tenant) + "/all/all/" + WindowSize.DAY.id() + "/";
    String topic = topics.kpi(Volume.FAMILY);
    return compacted.newest(topic, key -> key.startsWith(prefix)).values().stream()
        .findFirst()
        .map(value -> records.kpi(topic, value).zone());
  }

  private static Predicate<String> dayOf(String tenant, Predicate<TotalsKey> wanted) {
    String prefix = Keys.escape(tenant) + "/";
    String day = "/" + WindowSize.DAY.id() + "/";
    return text -> {
      if (!text.startsWith(prefix) || !text.contains(day)) {
        return false;
      }
      TotalsKey key = Families.key(text);
      return key.window() == WindowSize.DAY && wanted.test(key);
    };
  }
}

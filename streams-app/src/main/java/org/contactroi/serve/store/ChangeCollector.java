package org.contactroi.serve.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.live.LiveSlice;
import org.contactroi.record.Fields;
import org.contactroi.record.RecordReader;
import org.contactroi.serve.gauge.RoiGauges;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.gauge.WindowKey;
import org.contactroi.topic.Topics;
import org.contactroi.wire.UndecodableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns records of the output topics into changes. An hour or a day costs the reading of its key;
 * only the last KPI record of each tenant and partition is decoded, for the watermark, which never
 * falls along a partition.
 */
public final class ChangeCollector {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeCollector.class);
  private static final String REASON_HEADER = "contact-roi.reason";

  private final Topics topics;
  private final RecordReader reader;
  private final KpiState state;
  private final String totals;
  private final Map<String, Family> families;

  public ChangeCollector(Topics topics, RecordReader reader, KpiState state) {
    this.topics = topics;
    this.reader = reader;
    this.state = state;
    this.totals = topics.totals();
    this.families = Families.all().stream().collect(Collectors.toMap(topics::kpi, f -> f));
  }

  Changes collect(ConsumerRecords<byte[], byte[]> records) {
    Changes changes = Changes.none();
    Map<TenantPartition, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> consumed : records) {
      Family family = families.get(consumed.topic());
      if (consumed.topic().equals(totals)) {
        quarter(consumed, changes);
      } else if (consumed.topic().equals(topics.roi())) {
        statement(consumed, changes);
      } else if (consumed.topic().equals(topics.live())) {
        live(consumed, changes);
      } else if (family != null) {
        window(consumed, family, changes, newest);
      } else {
        refused(consumed, changes);
      }
    }
    newest.forEach((where, consumed) -> tenant(where, consumed, changes));
    return changes;
  }

  private static void statement(ConsumerRecord<byte[], byte[]> consumed, Changes changes) {
    String key = consumed.key() == null ? "" : KpiStore.text(consumed.key());
    if (RoiGauges.isKey(key)) {
      changes.statements().put(key, consumed.value());
    } else {
      skipped(consumed, "the key is not of a statement");
    }
  }

  /** One that cannot be decoded is found here, before it is stored. */
  private void live(ConsumerRecord<byte[], byte[]> consumed, Changes changes) {
    String text = consumed.key() == null ? "" : KpiStore.text(consumed.key());
    try {
      LiveSlice.Key key = LiveSlice.Key.of(text);
      if (consumed.value() != null) {
        reader.live(consumed.topic(), key, consumed.value());
      }
      changes.live().put(key.text(), consumed.value());
    } catch (IllegalArgumentException e) {
      skipped(consumed, "the key is not of what is open: " + e.getMessage());
    } catch (UndecodableException e) {
      skipped(consumed, e.getMessage());
    }
  }

  /** Records of a tenant in one partition share a watermark that never falls. */
  private record TenantPartition(String tenant, String topic, int partition) {}

  /** Hours and days are read from the KPI topics, where they have a status. */
  private void quarter(ConsumerRecord<byte[], byte[]> consumed, Changes changes) {
    if (consumed.key() == null || !WindowKey.isQuarter(consumed.key())) {
      return;
    }
    String text = KpiStore.text(consumed.key());
    try {
      RowKey row = RowKey.of(text);
      families(row, consumed).forEach(family -> changes.summed().add(minutes(row, family)));
      changes.quarters().put(text, consumed.value());
    } catch (IllegalArgumentException e) {
      skipped(consumed, "the key is not of totals: " + e.getMessage());
    } catch (UndecodableException e) {
      skipped(consumed, e.getMessage());
    }
  }

  /** Those whose sums may be others: of a row that is gone those that are summed. */
  private Set<Family> families(RowKey row, ConsumerRecord<byte[], byte[]> consumed) {
    Set<Family> families = new HashSet<>();
    if (consumed.value() != null) {
      reader
          .totals(consumed.topic(), row, consumed.value())
          .keySet()
          .forEach(key -> families.add(key.family()));
    }
    for (Family family : Families.all()) {
      if (state.gauges().knows(minutes(row, family).seriesPrefix())) {
        families.add(family);
      }
    }
    return families;
  }

  private static WindowKey minutes(RowKey row, Family family) {
    return WindowKey.of(
        new TotalsKey(row.tenant(), family, row.slice(), WindowSize.MINUTE, row.start()));
  }

  private void window(
      ConsumerRecord<byte[], byte[]> consumed,
      Family family,
      Changes changes,
      Map<TenantPartition, ConsumerRecord<byte[], byte[]>> newest) {
    String key = consumed.key() == null ? "" : KpiStore.text(consumed.key());
    String tenant = key.substring(0, Math.max(0, key.indexOf('/')));
    String stored = tenant + "/" + family.id() + key.substring(tenant.length());
    try {
      TotalsKey parsed = Families.key(stored);
      changes.windows().put(Bytes.wrap(KpiStore.bytes(parsed.text())), consumed.value());
      if (parsed.window() == WindowSize.HOUR) {
        changes.summed().add(WindowKey.of(parsed));
      }
    } catch (IllegalArgumentException e) {
      skipped(consumed, "the key is not of a KPI record: " + e.getMessage());
      return;
    }
    if (consumed.value() != null) {
      newest.put(new TenantPartition(tenant, consumed.topic(), consumed.partition()), consumed);
    }
  }

  private void tenant(
      TenantPartition where, ConsumerRecord<byte[], byte[]> consumed, Changes changes) {
    try {
      Kpi kpi = reader.kpi(where.topic(), consumed.value());
      String id = Keys.unescape(where.tenant());
      @Nullable Tenant known = changes.tenants().get(id);
      Tenant before = known == null ? state.tenant(id).orElse(null) : known;
      changes.tenants().put(id, before == null ? Tenant.first(id, kpi) : before.seen(kpi));
    } catch (UndecodableException e) {
      skipped(consumed, e.getMessage());
    }
  }

  private void refused(ConsumerRecord<byte[], byte[]> consumed, Changes changes) {
    String name =
        consumed.topic().equals(topics.rejects())
            ? Counters.REJECTS + rejectReason(consumed)
            : Counters.DEAD_LETTERS + headerReason(consumed);
    changes.counters().merge(name, state.counter(name) + 1, (now, first) -> now + 1);
  }

  private String rejectReason(ConsumerRecord<byte[], byte[]> consumed) {
    try {
      return Fields.text(reader.decode(consumed.topic(), consumed.value()), "reason");
    } catch (UndecodableException e) {
      skipped(consumed, e.getMessage());
      return Counters.UNKNOWN;
    }
  }

  private static String headerReason(ConsumerRecord<byte[], byte[]> consumed) {
    Header header = consumed.headers().lastHeader(REASON_HEADER);
    return header == null || header.value() == null
        ? Counters.UNKNOWN
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static void skipped(ConsumerRecord<byte[], byte[]> consumed, @Nullable String why) {
    LOG.atWarn()
        .addKeyValue("topic", consumed.topic())
        .addKeyValue("partition", consumed.partition())
        .addKeyValue("offset", consumed.offset())
        .log("A record is skipped: {}", why);
  }
}

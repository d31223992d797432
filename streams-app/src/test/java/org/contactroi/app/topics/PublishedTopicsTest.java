package org.contactroi.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.money.StatedCenter;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Sales;
import org.contactroi.record.RecordReader;
import org.contactroi.record.TenantStatement;
import org.contactroi.serve.Published;
import org.contactroi.topology.PlainSerdes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishedTopicsTest {

  private static final Node NODE = new Node(0, "localhost", 1);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  @Test
  void statementsOfATenantAreReadAndTheOthersNamed() {
    topic(Published.TOPICS.roi());
    TenantStatement statement =
        new StatedCenter()
            .apply(StatedCenter.POLICY, StatedCenter.RATES, StatedCenter.BASELINE)
            .statements("acme")
            .toDate()
            .orElseThrow();
    byte[] written = new PlainSerdes.Writing().serialize("", statement.published());
    add(Published.TOPICS.roi(), "acme/all/to-date/2026-03-01", written);
    add(Published.TOPICS.roi(), "acme/all/to-date/2026-03-02", written);
    add(Published.TOPICS.roi(), "acme/all/to-date/2026-03-01", null);
    add(Published.TOPICS.roi(), "acme%2Feu/all/to-date/2026-03-02", written);

    TenantStatements statements =
        topics(new RecordReader(new PlainSerdes.Reading())).statements("acme");

    assertThat(statements.all()).containsExactly(statement);
    assertThat(statements.tenants()).containsExactly("acme", "acme/eu");
  }

  @Test
  void totalsOfATenantAreReadThatAreWanted() {
    topic(Published.TOPICS.totals());
    Totals totals = Totals.builder(Sales.FAMILY).add(Sales.INBOUND, 7).build();
    for (String tenant : List.of("acme", "acme2")) {
      for (WindowSize size : List.of(WindowSize.HOUR, WindowSize.DAY)) {
        TotalsKey key = new TotalsKey(tenant, Sales.FAMILY, new Slice("all", List.of()), size, 0);
        add(Published.TOPICS.totals(), key.row().text(), Published.totals(totals));
      }
    }

    Map<TotalsKey, Totals> read =
        topics(Published.reader()).totals("acme", key -> key.window() == WindowSize.DAY);

    assertThat(read.values()).containsExactly(totals);
    assertThat(read.keySet()).allMatch(key -> key.tenant().equals("acme"));
  }

  private PublishedTopics topics(RecordReader records) {
    consumer.updateEndOffsets(ends);
    return new PublishedTopics(
        consumer, records, Published.TOPICS, ReadingProgress.SILENT, () -> Published.ALL_READ);
  }

  private void topic(String name) {
    Node[] nodes = {NODE};
    TopicPartition partition = new TopicPartition(name, 0);
    consumer.updatePartitions(name, List.of(new PartitionInfo(name, 0, NODE, nodes, nodes)));
    consumer.assign(List.of(partition));
    consumer.updateBeginningOffsets(Map.of(partition, 0L));
    ends.put(partition, 0L);
  }

  private void add(String topic, String key, byte @Nullable [] value) {
    TopicPartition partition = new TopicPartition(topic, 0);
    long offset = ends.merge(partition, 1L, Long::sum) - 1;
    consumer.addRecord(
        new ConsumerRecord<>(topic, 0, offset, key.getBytes(StandardCharsets.UTF_8), value));
  }
}

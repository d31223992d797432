package org.contactroi.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.money.OneLineErrors;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.outputs.Watermark;
import org.contactroi.record.RecordReader;
import org.contactroi.serve.Published;
import org.contactroi.topology.PlainSerdes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Tenant acme has come somewhere in event time, and of none is a statement published. */
class ReportCommandTest {

  private static final Node NODE = new Node(0, "localhost", 1);
  private static final TopicPartition ROI = new TopicPartition(Published.TOPICS.roi(), 0);
  private static final TopicPartition WATERMARKS =
      new TopicPartition(Published.TOPICS.watermarks(), 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void topics() {
    Node[] nodes = {NODE};
    for (TopicPartition partition : List.of(ROI, WATERMARKS)) {
      consumer.updatePartitions(
          partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, NODE, nodes, nodes)));
    }
    consumer.updateBeginningOffsets(Map.of(ROI, 0L, WATERMARKS, 0L));
    consumer.updateEndOffsets(Map.of(ROI, 0L, WATERMARKS, 1L));
    Watermark reached = new Watermark("acme", Instant.parse("2026-03-11T12:00:00Z"), null);
    // A record added before is gone when the consumer is assigned anew.
    consumer.schedulePollTask(
        () ->
            consumer.addRecord(
                new ConsumerRecord<>(
                    WATERMARKS.topic(),
                    0,
                    0,
                    "acme".getBytes(StandardCharsets.UTF_8),
                    new PlainSerdes.Writing().serialize("", reached))));
  }

  @Test
  void aTenantWithoutMoneyIsRefused() {
    assertThat(run("acme")).isEqualTo(1);

    assertThat(err.toString()).contains("nothing is stated of 'acme': its policy has no money");
  }

  @Test
  void unknownTenantNamesTheKnownOnes() {
    assertThat(run("acmee")).isEqualTo(2);

    assertThat(err.toString())
        .contains("--tenant is 'acmee', of which nothing is published; there are: acme");
  }

  private int run(String tenant) {
    ReportCommand command = new ReportCommand();
    CommandLine line = new CommandLine(command);
    line.setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(new OneLineErrors());
    PublishedTopics topics =
        new PublishedTopics(
            consumer,
            new RecordReader(new PlainSerdes.Reading()),
            Published.TOPICS,
            ReadingProgress.SILENT,
            () -> Published.ALL_READ);
    line.setExecutionStrategy(parsed -> command.write(topics));
    return line.execute("--tenant", tenant, "--out", "report.html");
  }
}

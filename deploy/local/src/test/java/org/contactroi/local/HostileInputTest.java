package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.app.run.OfficialServe;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.outputs.Watermark;
import org.contactroi.record.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class HostileInputTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] GARBAGE = "not an event".getBytes(StandardCharsets.UTF_8);
  private static final byte[] UNKNOWN_ID =
      ByteBuffer.allocate(9).put((byte) 0).putInt(987_654).putInt(1).array();

  /** Compressed it passes the broker; as it is no producer would send it unless told to. */
  private static final byte[] HUGE = ByteBuffer.allocate(4_000_000).put((byte) 'x').array();

  @Test
  void whatIsNoEventIsSetAsideWithItsReasonAndTheNextGoodEventCounts(LocalStack stack)
      throws Exception {
    AppConfig config =
        new TestPipelines(stack)
            .prepared(
                "hostile",
                Map.of("serve.port", "0", "serve.data.dir", stack.folderOf("serve").toString()));
    sendBadAndGood(config);

    try (Pipeline pipeline = TestPipelines.running(config);
        OfficialServe serve = OfficialServe.start(config, List.of())) {
      Outputs outputs = new Outputs(config);
      outputs.awaitDrained();

      assertThat(pipeline.isRunning()).isTrue();
      theGoodInteractionsCount(outputs);
      theDeadLettersSayWhyAndWhere(outputs);
      theRejectSaysWhy(outputs);
      theMetricsCountAllOfThem(serve.serve().port());
    }
  }

  private static void sendBadAndGood(AppConfig config) throws Exception {
    try (Events events = new Events(config)) {
      events.interaction("before");
      events.send("k", GARBAGE);
      events.send("k", UNKNOWN_ID);
      events.send("k", HUGE);
      events.ofAnotherContract(
          "k", config.topics().names().watermarks(), new Watermark("acme", Instant.EPOCH, null));
      events.send("k", (byte[]) null);
      events.send("without a tenant", Events.event("", "without a tenant"));
      events.interaction("after");
    }
  }

  private static void theGoodInteractionsCount(Outputs outputs) {
    Totals all = outputs.daysOfAll(Volume.FAMILY);

    assertThat(all.get(Volume.INBOUND)).isEqualTo(2);
  }

  private static void theDeadLettersSayWhyAndWhere(Outputs outputs) {
    Map<String, byte[]> letters = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> letter :
        outputs.records(outputs.config().topics().names().deadLetters())) {
      boolean cut = letter.headers().lastHeader("contact-roi.truncated") != null;
      letters.put(header(letter, "contact-roi.reason") + (cut ? ", cut" : ""), letter.value());
      assertThat(header(letter, "contact-roi.topic"))
          .isEqualTo(outputs.config().topics().names().interactionEvents());
      assertThat(header(letter, "contact-roi.partition")).matches("[0-9]+");
      assertThat(header(letter, "contact-roi.offset")).matches("[0-9]+");
    }

    assertThat(letters)
        .containsOnlyKeys(
            "UNKNOWN_MAGIC_BYTE",
            "UNKNOWN_MAGIC_BYTE, cut",
            "UNKNOWN_SCHEMA_ID",
            "SCHEMA_MISMATCH",
            "NULL_VALUE")
        .containsEntry("UNKNOWN_MAGIC_BYTE, cut", Arrays.copyOf(HUGE, 896 * 1024))
        .containsEntry("UNKNOWN_MAGIC_BYTE", GARBAGE)
        .containsEntry("UNKNOWN_SCHEMA_ID", UNKNOWN_ID);
  }

  private static void theRejectSaysWhy(Outputs outputs) {
    AppConfig config = outputs.config();
    List<ConsumerRecord<String, byte[]>> rejects =
        outputs.records(config.topics().names().rejects());
    assertThat(rejects).hasSize(1);
    try (RecordReader reader =
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes())) {
      RejectedEvent reject =
          (RejectedEvent) reader.decode(config.topics().names().rejects(), rejects.get(0).value());

      assertThat(reject.getReason()).isEqualTo("BLANK_ID");
      assertThat(reject.getDetail()).isEqualTo("tenant_id is ''");
      assertThat(reject.getTopic()).isEqualTo(config.topics().names().interactionEvents());
      assertThat(reject.getTruncated()).isFalse();
    }
  }

  private static void theMetricsCountAllOfThem(int port) {
    await("the read side counts what was set aside")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(metrics(port))
                    .containsPattern("contact_roi_rejects_total\\{.*BLANK_ID.*} 1(\\.0)?\n")
                    .containsPattern("contact_roi_dead_letters_total\\{.*NULL_VALUE.*} 1(\\.0)?\n")
                    .containsPattern(
                        "contact_roi_dead_letters_total\\{.*SCHEMA_MISMATCH.*} 1(\\.0)?\n")
                    .containsPattern(
                        "contact_roi_dead_letters_total\\{.*UNKNOWN_MAGIC_BYTE.*} 2(\\.0)?\n")
                    .containsPattern(
                        "contact_roi_dead_letters_total\\{.*UNKNOWN_SCHEMA_ID.*} 1(\\.0)?\n"));
  }

  private static String metrics(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}

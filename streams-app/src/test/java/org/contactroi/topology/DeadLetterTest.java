package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.brief;
import static org.contactroi.topology.Sent.ended;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.topology.intake.DeadLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is refused is never larger than what a producer sends: that would fail the task for ever.
 */
class DeadLetterTest {

  private static final int MIB = 1 << 20;
  private static final int SENDABLE =
      (Integer)
          Objects.requireNonNull(
              ProducerConfig.configDef()
                  .defaultValues()
                  .get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG));

  /** More than a record takes beside key, value and headers. */
  private static final int OVERHEAD = 512;

  private static final String AT = "2026-05-01T10:00:00Z";

  @TempDir private Path stateDir;

  private Driven driven(boolean rekeyed) {
    return new Driven(
        stateDir.resolve("rekeyed-" + rekeyed), Map.of("input.rekey", String.valueOf(rekeyed)));
  }

  private static byte[] garbage(int length) {
    byte[] garbage = new byte[length];
    Arrays.fill(garbage, (byte) 7);
    return garbage;
  }

  private static int size(TestRecord<String, byte[]> sent) {
    int size = OVERHEAD + sent.key().getBytes(UTF_8).length + sent.value().length;
    for (Header header : sent.headers()) {
      size += header.key().length() + header.value().length;
    }
    return size;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRecordOfAnySizeIsADeadLetterThatCanBeSentAndTheNextGoodEventCounts(boolean rekeyed) {
    byte[] garbage = garbage(4 * MIB);
    try (Driven driven = driven(rekeyed)) {
      driven.raw("k".repeat(MIB), garbage);
      driven.send(brief("good", AT)).flush();

      TestRecord<String, byte[]> letter = driven.records(TOPICS.deadLetters()).get(0);
      assertThat(size(letter)).isLessThan(SENDABLE);
      assertThat(letter.value()).isEqualTo(Arrays.copyOf(garbage, letter.value().length));
      assertThat(letter.headers().lastHeader(DeadLetter.TRUNCATED).value())
          .isEqualTo("true".getBytes(UTF_8));
      assertThat(letter.key()).isEqualTo("k".repeat(64 * 1024));
      assertThat(letter.headers().lastHeader(DeadLetter.KEY_TRUNCATED).value())
          .isEqualTo("true".getBytes(UTF_8));
      assertThat(driven.days(Sent.TENANT, Volume.FAMILY).get(Volume.INBOUND)).isEqualTo(1);
    }
  }

  @Test
  void aRecordThatFitsIsADeadLetterAsItCame() {
    byte[] garbage = garbage(896 * 1024);
    try (Driven driven = driven(false)) {
      String key = "k".repeat(64 * 1024);
      driven.raw(key, garbage);

      TestRecord<String, byte[]> letter = driven.records(TOPICS.deadLetters()).get(0);
      assertThat(letter.value()).isEqualTo(garbage);
      assertThat(letter.key()).isEqualTo(key);
      assertThat(letter.headers().lastHeader(DeadLetter.TRUNCATED)).isNull();
      assertThat(letter.headers().lastHeader(DeadLetter.KEY_TRUNCATED)).isNull();
    }
  }

  @Test
  void anEventWithAnIdOfAnySizeIsARejectThatCanBeSent() {
    InteractionEvent event =
        InteractionEvent.newBuilder(ended("i", AT)).setEventId("e".repeat(MIB)).build();
    try (Driven driven = driven(false)) {
      driven.send(event);

      TestRecord<String, byte[]> reject = driven.records(TOPICS.rejects()).get(0);
      assertThat(size(reject)).isLessThan(SENDABLE);
      assertThat(((RejectedEvent) driven.decode(reject.value())).getReason())
          .isEqualTo("EVENT_TOO_LARGE");
    }
  }
}

package org.contactroi.serve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.serve.ReadSide.MINUTE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.serve.Published;
import org.contactroi.serve.ReadSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputReaderTest {

  private static final long NOON = Instant.parse("1999-01-04T12:00:00Z").toEpochMilli();
  private static final String HANDLE_TIME = Published.TOPICS.kpi(HandleTime.FAMILY);
  private static final TopicPartition PARTITION = new TopicPartition(HANDLE_TIME, 0);

  @TempDir Path folder;

  @Test
  void readyOnlyWhenWhatWasThereAtStartIsRead() {
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.consumer.updateEndOffsets(Map.of(PARTITION, 1L));
      side.reader.assign();
      assertThat(side.readiness.whyNot()).hasValueSatisfying(why -> assertThat(why).contains("1"));

      side.minute(oneLeg(), NOON - MINUTE, NOON);
      side.reader.poll();
      assertThat(side.readiness.whyNot()).isEmpty();
    }
  }

  @Test
  void restartGoesOnFromItsOwnOffsetsAndKeepsGauges() {
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.reader.assign();
      side.minute(oneLeg(), NOON - MINUTE, NOON);
      side.reader.poll();
    }
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.reader.assign();

      assertThat(side.consumer.position(PARTITION)).isEqualTo(1);
      assertThat(side.gauge("contact_roi_handled_legs", "1h")).isEqualTo(1);
    }
  }

  @Test
  void topicMadeAnewIsReadFromItsBegin() {
    try (ReadSide side = new ReadSide(folder, "old", 10)) {
      side.reader.assign();
      side.minute(oneLeg(), NOON - MINUTE, NOON);
      side.reader.poll();
    }
    try (ReadSide side = new ReadSide(folder, "new", 10)) {
      side.reader.assign();

      assertThat(side.consumer.position(PARTITION)).isZero();
      assertThat(side.state.tenantIds()).isEmpty();
      assertThat(side.gauge("contact_roi_handled_legs", "1h")).isNull();
    }
  }

  @Test
  void storeTooOldForTombstonesIsReadAnew() {
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.reader.assign();
      side.minute(oneLeg(), NOON - MINUTE, NOON);
      side.reader.poll();
    }
    Instant later = ReadSide.NOW.plus(OutputReader.RESUME_LIMIT).plusMillis(1);
    try (ReadSide side = new ReadSide(folder, "id", 10, later)) {
      side.reader.assign();

      assertThat(side.consumer.position(PARTITION)).isZero();
      assertThat(side.state.tenantIds()).isEmpty();
    }
  }

  @Test
  void watermarkIsTheLargestSeenAndNeverFalls() {
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.reader.assign();
      side.minute(oneLeg(), NOON - MINUTE, NOON);
      side.reader.poll();
      side.minute(oneLeg(), NOON - 2 * MINUTE, NOON - MINUTE);
      side.reader.poll();

      assertThat(side.state.tenant("acme").orElseThrow().watermark()).isEqualTo(NOON);
    }
  }

  @Test
  void refusedEventsAreCountedByReasonOverARestart() {
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.reader.assign();
      side.add(Published.TOPICS.rejects(), "e1", Published.reject("BLANK_ID"));
      side.add(Published.TOPICS.rejects(), "e2", Published.reject("BLANK_ID"));
      side.reader.poll();
    }
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.reader.assign();
      side.add(Published.TOPICS.rejects(), "e3", Published.reject("BLANK_ID"), 2);
      side.consumer.addRecord(deadLetter("UNKNOWN_MAGIC_BYTE"));
      side.reader.poll();

      assertThat(side.state.counter(Counters.REJECTS + "BLANK_ID")).isEqualTo(3);
      assertThat(side.state.counter(Counters.DEAD_LETTERS + "UNKNOWN_MAGIC_BYTE")).isEqualTo(1);
    }
  }

  @Test
  void foreignKeyIsSkippedAndTheNextRecordCounts() {
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.reader.assign();
      side.add(HANDLE_TIME, "nonsense", new byte[] {1});
      side.add(HANDLE_TIME, "acme/tier/x/hour/1999-01-04T11:00:00Z", new byte[] {1});
      String totals = Published.TOPICS.totals();
      side.add(totals, "acme/tier/x/y/quarter/1999-01-04T11:00:00Z", new byte[] {1});
      side.add(totals, "acme/all/all/quarter/1999-13-04T11:00:00Z", new byte[] {1});
      side.add(totals, "/quarter/", new byte[] {1});
      side.minute(oneLeg(), NOON - MINUTE, NOON);
      side.reader.poll();

      assertThat(side.gauge("contact_roi_handled_legs", "1h")).isEqualTo(1);
    }
  }

  @Test
  void hoursAndDaysOfTotalsAreNotRead() {
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.reader.assign();
      TotalsKey minute =
          ReadSide.key(HandleTime.FAMILY, new Slice("all", List.of()), NOON - MINUTE);
      side.publish(minute, oneLeg(), NOON);
      side.add(Published.TOPICS.totals(), ReadSide.hour(minute).row().text(), new byte[] {1});
      side.reader.poll();

      KpiState.SeriesId hours =
          new KpiState.SeriesId("acme", HandleTime.FAMILY, minute.slice(), WindowSize.HOUR);
      assertThat(side.state.windows(hours, NOON - ReadSide.HOUR, NOON).values())
          .extracting(Kpi::totals)
          .containsExactly(oneLeg());
    }
  }

  @Test
  void delayIsNotedOnlyOnceCaughtUp() {
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.consumer.updateEndOffsets(Map.of(PARTITION, 1L));
      side.reader.assign();
      side.minute(oneLeg(), NOON - MINUTE, NOON);
      side.reader.poll();
      assertThat(side.delays).isEmpty();

      side.minute(oneLeg(), NOON - MINUTE, NOON);
      side.reader.poll();
      assertThat(side.delays).hasSize(1);
    }
  }

  @Test
  void windowsOfASeriesAreFoundByRange() {
    try (ReadSide side = new ReadSide(folder, "id", 10)) {
      side.reader.assign();
      for (int i = 1; i <= 4; i++) {
        side.minute(oneLeg(), NOON - i * MINUTE, NOON);
      }
      side.reader.poll();

      KpiState.SeriesId series =
          new KpiState.SeriesId(
              "acme", HandleTime.FAMILY, new Slice("all", List.of()), WindowSize.MINUTE);
      assertThat(side.state.minutes(series, NOON - 3 * MINUTE, NOON - MINUTE))
          .containsOnlyKeys(NOON - 3 * MINUTE, NOON - 2 * MINUTE);
    }
  }

  private static ConsumerRecord<byte[], byte[]> deadLetter(String reason) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("contact-roi.reason", reason.getBytes(StandardCharsets.UTF_8));
    return new ConsumerRecord<>(
        Published.TOPICS.deadLetters(),
        0,
        0,
        0,
        TimestampType.LOG_APPEND_TIME,
        0,
        1,
        new byte[0],
        new byte[] {7},
        headers,
        Optional.empty());
  }

  private static Totals oneLeg() {
    return Totals.builder(HandleTime.FAMILY).add(HandleTime.HANDLED_LEGS, 1).build();
  }
}

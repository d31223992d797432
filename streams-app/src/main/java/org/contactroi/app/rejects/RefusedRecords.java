package org.contactroi.app.rejects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.rejects.RefusedRecord.Content;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.topology.intake.DeadLetter;
import org.contactroi.topology.intake.Origin;
import org.contactroi.wire.UndecodableException;
import org.jspecify.annotations.Nullable;

/** Reads topics rejects and dead-letters from begin to current end, in the order of their times. */
final class RefusedRecords {

  private final PublishedTopics topics;

  private RefusedRecords(PublishedTopics topics) {
    this.topics = topics;
  }

  /**
   * All rejects.
   *
   * @throws IllegalStateException if the topic is missing
   */
  static List<RefusedRecord> rejects(AppConfig config, ReadingProgress progress) {
    RequiredTopics.check(config, List.of(config.topics().names().rejects()));
    try (PublishedTopics topics = PublishedTopics.open(config, progress)) {
      return sorted(topics, topics.names().rejects(), new RefusedRecords(topics)::reject);
    }
  }

  /**
   * All dead letters.
   *
   * @throws IllegalStateException if the topic is missing
   */
  static List<RefusedRecord> deadLetters(AppConfig config, ReadingProgress progress) {
    RequiredTopics.check(config, List.of(config.topics().names().deadLetters()));
    try (PublishedTopics topics = PublishedTopics.open(config, progress)) {
      return sorted(topics, topics.names().deadLetters(), RefusedRecords::deadLetter);
    }
  }

  private static List<RefusedRecord> sorted(
      PublishedTopics topics,
      String topic,
      Function<ConsumerRecord<byte[], byte[]>, RefusedRecord> reader) {
    List<RefusedRecord> records = new ArrayList<>();
    topics.records(topic, consumed -> records.add(reader.apply(consumed)));
    records.sort(Comparator.comparing(RefusedRecord::at));
    return records;
  }

  private RefusedRecord reject(ConsumerRecord<byte[], byte[]> consumed) {
    RejectedEvent reject = (RejectedEvent) topics.decode(consumed.topic(), consumed.value());
    return new RefusedRecord(
        Instant.ofEpochMilli(consumed.timestamp()),
        reject.getReason(),
        reject.getDetail(),
        new Origin(reject.getTopic(), reject.getPartition(), reject.getOffset()),
        content(reject));
  }

  private Content content(RejectedEvent reject) {
    ByteBuffer kept = reject.getEvent();
    if (reject.getTruncated()) {
      boolean isErased = kept.remaining() == 0;
      return new RefusedRecord.Nothing(
          isErased ? "nothing of an erased customer is kept" : "the event is cut at 64 KiB");
    }
    byte[] wire = new byte[kept.remaining()];
    kept.duplicate().get(wire);
    try {
      return new RefusedRecord.Event((SpecificRecord) topics.decode(reject.getTopic(), wire));
    } catch (UndecodableException e) {
      return new RefusedRecord.Nothing("the event cannot be decoded any more: " + e.getMessage());
    }
  }

  private static RefusedRecord deadLetter(ConsumerRecord<byte[], byte[]> consumed) {
    return new RefusedRecord(
        Instant.ofEpochMilli(consumed.timestamp()),
        header(consumed, DeadLetter.REASON),
        header(consumed, DeadLetter.DETAIL),
        Origin.of(consumed.headers()),
        raw(consumed));
  }

  private static Content raw(ConsumerRecord<byte[], byte[]> consumed) {
    if (!header(consumed, DeadLetter.TRUNCATED).isEmpty()) {
      return new RefusedRecord.Nothing("the value is cut at 896 KiB");
    }
    if (!header(consumed, DeadLetter.KEY_TRUNCATED).isEmpty()) {
      return new RefusedRecord.Nothing("the key is cut at 64 KiB");
    }
    byte @Nullable [] value = consumed.value();
    return value == null || value.length == 0
        ? new RefusedRecord.Nothing("the record has no value")
        : new RefusedRecord.Raw(consumed.key(), value);
  }

  private static String header(ConsumerRecord<byte[], byte[]> consumed, String name) {
    Header header = consumed.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}

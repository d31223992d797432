package org.contactroi.app.rejects;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.topology.intake.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A record of topic rejects or dead-letters.
 *
 * @param at when it was refused
 * @param reason short and typed
 * @param detail what is wrong, cut to 256 characters
 * @param from where the record of the input stood
 */
record RefusedRecord(Instant at, String reason, String detail, Origin from, Content content) {

  /** What is kept of the record of the input. */
  sealed interface Content {}

  /** An event that was decoded. */
  record Event(SpecificRecord event) implements Content {}

  /** Bytes that could not be decoded, all of them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Raw(byte @Nullable [] key, byte[] value) implements Content {}

  /** Nothing that could be published again, and why. */
  record Nothing(String why) implements Content {}

  /** The event, if it could be decoded and is kept whole. */
  Optional<SpecificRecord> event() {
    return content instanceof Event kept ? Optional.of(kept.event()) : Optional.empty();
  }

  /** Where it stood, as {@code TOPIC-PARTITION@OFFSET}. */
  String place() {
    return "%s-%d@%d".formatted(from.topic(), from.partition(), from.offset());
  }
}

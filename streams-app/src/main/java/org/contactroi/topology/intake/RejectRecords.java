package org.contactroi.topology.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.contactroi.outputs.RejectedEvent;

/** What is written about events that are not accepted. */
final class RejectRecords {

  private static final int EVENT_BYTES = 64 * 1024;

  private RejectRecords() {}

  /** The key of a reject: the event's id, cut as it may be of any length. */
  static byte[] key(String eventId) {
    return Rejection.cut(eventId).getBytes(UTF_8);
  }

  static RejectedEvent rejected(Rejection rejection, Origin from, byte[] wire) {
    int kept = kept(rejection, wire);
    return RejectedEvent.newBuilder()
        .setReason(rejection.verdict().name())
        .setDetail(rejection.detail())
        .setTopic(from.topic())
        .setPartition(from.partition())
        .setOffset(from.offset())
        .setEvent(ByteBuffer.wrap(wire, 0, kept))
        .setTruncated(wire.length > kept)
        .build();
  }

  /** What belongs to an erased customer is not kept in another place. */
  private static int kept(Rejection rejection, byte[] wire) {
    return rejection.verdict() == Verdict.ERASED ? 0 : Math.min(wire.length, EVENT_BYTES);
  }
}

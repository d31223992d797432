package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.contactroi.outputs.RejectedEvent;

/** What is written about input that was not accepted. */
final class RejectRecords {

  static final String REASON = "contact-roi.reason";
  static final String DETAIL = "contact-roi.detail";

  private static final int EVENT_BYTES = 64 * 1024;

  private RejectRecords() {}

  static RejectedEvent rejected(Rejection rejection, Origin from, byte[] wire) {
    return RejectedEvent.newBuilder()
        .setReason(rejection.verdict().name())
        .setDetail(rejection.detail())
        .setTopic(from.topic())
        .setPartition(from.partition())
        .setOffset(from.offset())
        .setEvent(ByteBuffer.wrap(wire, 0, Math.min(wire.length, EVENT_BYTES)))
        .setTruncated(wire.length > EVENT_BYTES)
        .build();
  }

  static Headers deadLetter(String reason, String detail, Origin from) {
    Headers headers =
        new RecordHeaders().add(REASON, reason.getBytes(UTF_8)).add(DETAIL, detail.getBytes(UTF_8));
    from.writeTo(headers);
    return headers;
  }
}

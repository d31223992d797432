package org.contactroi.topology.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be decoded, as it came, with headers that say why and where it stood.
 *
 * <p>What came compressed may be larger than any record the producer sends, and headers add to it;
 * a letter that cannot be sent would fail the task again and again. So it is cut, and a header says
 * so.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetter(byte @Nullable [] key, byte[] value, Headers headers) {

  public static final String REASON = "contact-roi.reason";

  /** What is wrong, without the payload. */
  public static final String DETAIL = "contact-roi.detail";

  /** There, and {@code true}, where the value was cut. */
  public static final String TRUNCATED = "contact-roi.truncated";

  /** There, and {@code true}, where the key was cut. */
  public static final String KEY_TRUNCATED = "contact-roi.key-truncated";

  /** With key and headers within the 1 MiB a producer sends unless told otherwise. */
  private static final int VALUE_BYTES = 896 * 1024;

  private static final int KEY_BYTES = 64 * 1024;

  static DeadLetter of(byte @Nullable [] key, Received.Undecodable<?> undecodable, Origin from) {
    byte[] wire = undecodable.wire();
    Headers headers =
        new RecordHeaders()
            .add(REASON, undecodable.reason().getBytes(UTF_8))
            .add(DETAIL, Rejection.cut(undecodable.detail()).getBytes(UTF_8));
    from.writeTo(headers);
    if (wire.length > VALUE_BYTES) {
      headers.add(TRUNCATED, "true".getBytes(UTF_8));
    }
    if (key != null && key.length > KEY_BYTES) {
      headers.add(KEY_TRUNCATED, "true".getBytes(UTF_8));
    }
    return new DeadLetter(
        key == null ? null : cut(key, KEY_BYTES), cut(wire, VALUE_BYTES), headers);
  }

  /** A key that a producer sends, cut as {@link #sendable} cuts values. */
  static byte @Nullable [] sendableKey(byte @Nullable [] key) {
    return key == null ? null : cut(key, KEY_BYTES + 1);
  }

  /** A value that a producer sends: what is cut from it no letter would hold, and no reject. */
  static byte[] sendable(byte[] value) {
    // One byte more than a letter holds, so that it is seen to be cut.
    return cut(value, VALUE_BYTES + 1);
  }

  private static byte[] cut(byte[] bytes, int length) {
    return bytes.length <= length ? bytes : Arrays.copyOf(bytes, length);
  }
}

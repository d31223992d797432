package org.contactroi.topology.stage;

import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.SerializationException;
import org.contactroi.wire.UndecodableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with a record from what is wrong with the registry, for the product's own
 * deserializer and for Confluent's. Only what is provably wrong with the bytes condemns a record.
 */
public final class DecodingFailure {

  /** Part of the message of Confluent's client when the registry does not know an id. */
  private static final String NO_SUCH_SCHEMA = "error code: 40403";

  private DecodingFailure() {}

  /**
   * The typed reason why bytes are undecodable.
   *
   * @throws RuntimeException the failure itself when it is not the record's
   */
  public static String reason(RuntimeException failure) {
    if (failure instanceof UndecodableException undecodable) {
      return undecodable.reason().name();
    }
    if (isCausedBy(failure, NO_SUCH_SCHEMA)) {
      return UndecodableException.Reason.UNKNOWN_SCHEMA_ID.name();
    }
    if (isUnknownMagicByte(failure)) {
      return UndecodableException.Reason.UNKNOWN_MAGIC_BYTE.name();
    }
    if (isMalformed(failure)) {
      return UndecodableException.Reason.MALFORMED_BODY.name();
    }
    throw failure;
  }

  /** What is wrong, in words that hold no payload. */
  public static String detail(RuntimeException failure) {
    return failure instanceof UndecodableException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getSimpleName();
  }

  private static boolean isUnknownMagicByte(RuntimeException failure) {
    return failure instanceof SerializationException
        && String.valueOf(failure.getMessage()).contains("Unknown magic byte");
  }

  private static boolean isMalformed(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return cause instanceof EOFException;
      }
      if (cause instanceof AvroRuntimeException || cause instanceof IndexOutOfBoundsException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCausedBy(Throwable failure, String message) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains(message)) {
        return true;
      }
    }
    return false;
  }
}

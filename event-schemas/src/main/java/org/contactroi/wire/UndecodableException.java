package org.contactroi.wire;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record are not a value of this wire format: reading them again gives the same
 * answer, so the record belongs into a dead-letter topic.
 *
 * <p>CAUTION: it is the only exception of {@link AvroDeserializer} that says so. {@link
 * RegistryUnavailableException} and {@link RegistryRefusedException} say nothing about the record.
 * The message never holds bytes of the record.
 */
public final class UndecodableException extends SerializationException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the bytes. */
  public enum Reason {
    /** The first byte is not 0. */
    UNKNOWN_MAGIC_BYTE,
    /** The bytes end inside the header or the body, or a length claims more than there is. */
    TRUNCATED,
    /** The registry answered that it has no schema of this id. */
    UNKNOWN_SCHEMA_ID,
    /**
     * The id names a schema that is not Avro or that cannot be read as the type this reader
     * expects.
     */
    SCHEMA_MISMATCH,
    /** The body is not a value of the schema: an index out of range, or bytes after the end. */
    MALFORMED_BODY
  }

  private final Reason reason;

  UndecodableException(Reason reason, String message) {
    this(reason, message, null);
  }

  UndecodableException(Reason reason, String message, @Nullable Throwable cause) {
    super(reason + ": " + message, cause);
    this.reason = reason;
  }

  /** Returns what is wrong with the bytes. */
  public Reason reason() {
    return reason;
  }
}

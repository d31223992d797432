package org.contactroi.wire;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * No schema registry could answer within the time for retries: unreachable, a status of 500 and
 * above, or 429.
 *
 * <p>CAUTION: it says nothing about the record at hand, which must not be treated as bad.
 */
public final class RegistryUnavailableException extends SerializationException {
  private static final long serialVersionUID = 1L;

  RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

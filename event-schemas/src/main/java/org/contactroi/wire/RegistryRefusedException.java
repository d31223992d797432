package org.contactroi.wire;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The schema registry answered and refused: a wrong address, missing rights, an incompatible
 * schema, an unknown subject.
 *
 * <p>CAUTION: it says nothing about the record at hand, which must not be treated as bad.
 */
public final class RegistryRefusedException extends SerializationException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int errorCode;

  RegistryRefusedException(String message, int status, int errorCode) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  /** Returns the HTTP status, for instance 409 for an incompatible schema. */
  public int status() {
    return status;
  }

  /**
   * Returns the registry's own code, for instance 40401 for an unknown subject; 0 when it gave
   * none.
   */
  public int errorCode() {
    return errorCode;
  }
}

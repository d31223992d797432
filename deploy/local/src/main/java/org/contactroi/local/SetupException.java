package org.contactroi.local;

/**
 * The machine or the options do not allow a start; the message is one line that says what to do.
 */
public final class SetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and what to do about it, in one line
   */
  public SetupException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and what to do about it, in one line
   * @param cause what reported it
   */
  public SetupException(String message, Throwable cause) {
    super(message, cause);
  }
}

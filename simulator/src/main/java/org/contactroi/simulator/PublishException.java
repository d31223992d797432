package org.contactroi.simulator;

/** An event could not be published; the cause is the producer's. */
public final class PublishException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PublishException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.contactroi.serve.http;

/** A request that cannot be answered; the message says what is wrong and what is allowed. */
final class BadRequestException extends RuntimeException {

  private final int status;

  BadRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  BadRequestException(String message) {
    this(400, message);
  }

  int status() {
    return status;
  }
}

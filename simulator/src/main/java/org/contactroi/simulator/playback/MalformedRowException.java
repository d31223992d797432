package org.contactroi.simulator.playback;

/** A row is not a recorded call; the message says what is wrong with it. */
final class MalformedRowException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedRowException(String message) {
    super(message);
  }
}

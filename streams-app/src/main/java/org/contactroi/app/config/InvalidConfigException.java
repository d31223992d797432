package org.contactroi.app.config;

/** The configuration is wrong; the message names key, value, where it stood and what is allowed. */
public final class InvalidConfigException extends IllegalArgumentException {

  public InvalidConfigException(String message) {
    super(message);
  }
}

package org.contactroi.local;

/** One part of the local stack, started in its turn and closed in reverse order. */
public interface Component extends AutoCloseable {
  /** What the part is called on the screen and in options, in lower case. */
  String name();

  /** Begins whatever can go on while earlier components start; returns at once. */
  default void prepare() {}

  /**
   * Starts the component and returns when others can use it.
   *
   * @return where it is reached or what it did, for its line on the screen
   * @throws SetupException if it cannot start; the message says what to do
   */
  String start();

  /** Stops the component; does nothing if it does not run, or if what it made stays. */
  @Override
  default void close() {}
}

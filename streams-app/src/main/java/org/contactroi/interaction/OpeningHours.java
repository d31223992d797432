package org.contactroi.interaction;

/** When a contact center is open. */
@FunctionalInterface
public interface OpeningHours {

  /** Round the clock. */
  OpeningHours ALWAYS = instant -> true;

  /**
   * Whether it is open.
   *
   * @param instant UTC ms
   */
  boolean isOpen(long instant);
}

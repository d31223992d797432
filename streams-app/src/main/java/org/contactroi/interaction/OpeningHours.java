package org.contactroi.interaction;

/** When a contact center is open. */
public interface OpeningHours {

  /** Round the clock. */
  OpeningHours ALWAYS =
      new OpeningHours() {
        @Override
        public boolean isOpen(long instant) {
          return true;
        }

        @Override
        public long openTime(long from, long to) {
          return Math.max(0, to - from);
        }
      };

  /**
   * Whether it is open.
   *
   * @param instant UTC ms
   */
  boolean isOpen(long instant);

  /**
   * Business time: how long it is open in [from, to), ms; 0 if {@code to} is not later.
   *
   * @param from UTC ms
   * @param to UTC ms
   */
  long openTime(long from, long to);
}

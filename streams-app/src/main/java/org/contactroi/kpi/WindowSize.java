package org.contactroi.kpi;

import java.util.Locale;

/** Length of a window. */
public enum WindowSize {
  /** A UTC minute. */
  MINUTE,
  /** A UTC quarter of an hour: the row in which its minutes are kept, while they are recent. */
  QUARTER,
  /** Local midnight + k hours; the last one of a day may be shorter. */
  HOUR,
  /** A local day: exactly the union of its hours. */
  DAY;

  private final String id = name().toLowerCase(Locale.ROOT);

  /**
   * The window of an id.
   *
   * @throws IllegalArgumentException naming it when there is none
   */
  public static WindowSize of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** Name in keys and parameters, for instance {@code hour}. */
  public String id() {
    return id;
  }
}

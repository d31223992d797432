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
   * @throws IllegalArgumentException naming it, and those there are, when there is none
   */
  public static WindowSize of(String id) {
    for (WindowSize size : values()) {
      if (size.id.equals(id)) {
        return size;
      }
    }
    throw unknown(id);
  }

  /**
   * The window of an id that figures are asked of, which quarters are not.
   *
   * @throws IllegalArgumentException naming it, and those there are, when there is none
   */
  public static WindowSize ofFigures(String id) {
    WindowSize size = of(id);
    if (size == QUARTER) {
      throw unknown(id);
    }
    return size;
  }

  private static IllegalArgumentException unknown(String id) {
    return new IllegalArgumentException(
        "unknown window '%s'; allowed: minute, hour, day".formatted(id));
  }

  /** Name in keys and parameters, for instance {@code hour}. */
  public String id() {
    return id;
  }
}

package org.contactroi.kpi;

/**
 * A span of event time [start, end), UTC ms.
 *
 * @param size its length
 */
public record Window(WindowSize size, long start, long end) {

  public Window {
    if (start >= end) {
      throw new IllegalArgumentException("window [%d, %d) is empty".formatted(start, end));
    }
  }
}

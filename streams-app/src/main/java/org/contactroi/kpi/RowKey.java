package org.contactroi.kpi;

import java.time.Instant;

/**
 * Names the totals of all families of a slice in a window: {@code tenant/slice/value/window/start},
 * values joined by {@code +}, the value of slice {@code all} being {@code all}, start an ISO
 * instant.
 *
 * @param start start of the window, UTC ms
 */
public record RowKey(String tenant, Slice slice, WindowSize window, long start) {

  private static final int PARTS = 5;

  /** The key as published. */
  public String text() {
    return prefix(tenant, slice, window) + Instant.ofEpochMilli(start);
  }

  /** What the keys of all windows of one size of a slice begin with. */
  public static String prefix(String tenant, Slice slice, WindowSize window) {
    return Keys.escape(tenant)
        + "/"
        + slice.by()
        + "/"
        + slice.valueText()
        + "/"
        + window.id()
        + "/";
  }

  /**
   * Reads a published key.
   *
   * @throws IllegalArgumentException naming the key when it is not one
   */
  public static RowKey of(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException(
          "'%s' is no key tenant/slice/value/window/start".formatted(text));
    }
    return new RowKey(
        Keys.unescape(parts[0]),
        TotalsKey.slice(parts[1], parts[2]),
        WindowSize.of(parts[3]),
        TotalsKey.start(parts[4], text));
  }

  /** The row that holds the totals of a key. */
  public static RowKey holding(TotalsKey key) {
    return key.window() == WindowSize.MINUTE
        ? new RowKey(
            key.tenant(),
            key.slice(),
            WindowSize.QUARTER,
            TenantCalendar.quarter(key.start()).start())
        : key.row();
  }

  /** The key of one family's totals. */
  public TotalsKey of(Family family) {
    return new TotalsKey(tenant, family, slice, window, start);
  }
}

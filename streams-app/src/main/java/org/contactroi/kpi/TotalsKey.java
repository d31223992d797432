package org.contactroi.kpi;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/**
 * Names one total: {@code tenant/family/slice/value/window/start}, values joined by {@code +}, the
 * value of slice {@code all} being {@code all}, start an ISO instant.
 *
 * @param start start of the window, UTC ms
 */
public record TotalsKey(String tenant, Family family, Slice slice, WindowSize window, long start) {

  /** The key as published. */
  public String text() {
    return seriesPrefix(tenant, family, slice, window) + Instant.ofEpochMilli(start);
  }

  /** The key of KPI records, whose topic says the family, and of totals of all families. */
  public RowKey row() {
    return new RowKey(tenant, slice, window, start);
  }

  /** What the keys of all windows of one size of a slice begin with. */
  public static String seriesPrefix(String tenant, Family family, Slice slice, WindowSize window) {
    return Keys.escape(tenant)
        + "/"
        + family.id()
        + "/"
        + slice.by()
        + "/"
        + slice.valueText()
        + "/"
        + window.id()
        + "/";
  }

  /**
   * The start of a part of a key.
   *
   * @throws IllegalArgumentException naming the key when there is none
   */
  public static long start(String part, String key) {
    try {
      return Instant.parse(part).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'%s' has no start instant".formatted(key), e);
    }
  }

  /** The slice of an id and a part of a key. */
  public static Slice slice(String by, String valueText) {
    return SliceBy.of(by).dimensions().isEmpty()
        ? new Slice(by, List.of())
        : new Slice(by, Arrays.stream(valueText.split("\\+", -1)).map(Keys::unescape).toList());
  }
}

package org.contactroi.kpi;

import java.time.Instant;
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

  /** The key of KPI records, whose topic says the family: the same without it. */
  public String textWithoutFamily() {
    return Keys.escape(tenant)
        + "/"
        + slice.by()
        + "/"
        + slice.valueText()
        + "/"
        + window.id()
        + "/"
        + Instant.ofEpochMilli(start);
  }

  /** What the keys of all windows of one size of a slice begin with. */
  public static String seriesPrefix(String tenant, Family family, Slice slice, WindowSize window) {
    return slicePrefix(tenant, family, slice.by()) + slice.valueText() + "/" + window.id() + "/";
  }

  /**
   * What the keys of all values of a slice begin with.
   *
   * @param by id of what it is sliced by
   */
  public static String slicePrefix(String tenant, Family family, String by) {
    return Keys.escape(tenant) + "/" + family.id() + "/" + by + "/";
  }

  /** The slice of an id and a part of a key. */
  public static Slice slice(String by, String valueText) {
    return SliceBy.of(by).dimensions().isEmpty()
        ? new Slice(by, List.of())
        : new Slice(by, Arrays.stream(valueText.split("\\+", -1)).map(Keys::unescape).toList());
  }
}

package org.contactroi.kpi;

import java.util.List;
import java.util.stream.Collectors;

/** One slice of a tenant's figures. */
public final class Slice {

  private final String by;
  private final List<String> values;
  private final String text;
  private final int hash;

  /**
   * A slice.
   *
   * @param by id of what it is sliced by, for instance {@code channel+queue}
   * @param values one value per dimension; none for {@code all}
   */
  public Slice(String by, List<String> values) {
    this.by = by;
    this.values = List.copyOf(values);
    this.text = values.isEmpty() ? by : joined(values);
    this.hash = 31 * by.hashCode() + text.hashCode();
  }

  /** Id of what it is sliced by. */
  public String by() {
    return by;
  }

  /** One value per dimension; none for {@code all}. */
  public List<String> values() {
    return values;
  }

  /** Its values as one part of a key: escaped, joined by +; {@code all} when there is none. */
  public String valueText() {
    return text;
  }

  private static String joined(List<String> values) {
    return values.size() == 1
        ? Keys.escape(values.get(0))
        : values.stream().map(Keys::escape).collect(Collectors.joining("+"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice that && by.equals(that.by) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return by + "=" + text;
  }
}

package org.contactroi.kpi;

import java.util.List;

/**
 * One slice of a tenant's figures.
 *
 * @param by id of what it is sliced by, for instance {@code channel+queue}
 * @param values one value per dimension; none for {@code all}
 */
public record Slice(String by, List<String> values) {

  public Slice {
    values = List.copyOf(values);
  }
}

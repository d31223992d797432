package org.contactroi.kpi;

import java.util.Locale;

/** One of the quantities of a line of a {@link Breakdown}, in the order of their declaration. */
public interface Quantity {

  /** Name of the constant. */
  String name();

  /** Position within the line. */
  int ordinal();

  /** Name in published records, for instance {@code amount_micros}. */
  default String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

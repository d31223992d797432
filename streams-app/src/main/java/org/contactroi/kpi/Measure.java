package org.contactroi.kpi;

import java.util.Locale;

/**
 * One quantity of a family's totals. The constants of a family are declared scalars first, then
 * distributions; a constant's name in lower case is its name in the published record.
 */
public sealed interface Measure
    permits HandleTime, ServiceLevel, Containment, FirstContactResolution, Volume {

  /** What a measure holds. */
  enum Shape {
    /** One count or sum. */
    SCALAR,
    /** Counts by bucket of the normative {@link Histogram}. */
    HISTOGRAM,
    /** Counts by UTC day, as days since the epoch. */
    DAYS
  }

  /** Name of the constant. */
  String name();

  /** Position within the family. */
  int ordinal();

  /** What it holds. */
  Shape shape();

  /** Name in published records, for instance {@code talk_ms}. */
  default String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

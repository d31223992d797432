package org.contactroi.kpi;

import java.util.List;
import java.util.Locale;

/**
 * One quantity of a family's totals. The constants of a family are declared scalars first, then
 * distributions, then breakdowns; a constant's name in lower case is its name in the published
 * record.
 */
public sealed interface Measure
    permits Containment,
        Cost,
        Experience,
        FirstContactResolution,
        HandleTime,
        Occupancy,
        Sales,
        Saving,
        ServiceLevel,
        Volume {

  /** What a measure holds. */
  @SuppressWarnings("ImmutableEnumChecker") // its lists are those of List.of
  enum Shape {
    /** One count or sum. */
    SCALAR,
    /** Counts by bucket of the normative {@link Histogram}. */
    HISTOGRAM,
    /** Counts by UTC day, as days since the epoch. */
    DAYS,
    /** Use of resources, in the unit of each. */
    USAGE(List.of("resource", "key", "channel"), UsageQuantity.values()),
    /** {@link SalesQuantity Sums} of sales. */
    SALES(List.of("currency", "kind", "attribution"), SalesQuantity.values()),
    /** {@link SavingQuantity Sums} of episodes, by channel and issue of their first interaction. */
    SAVING_CELLS(List.of("channel", "issue"), SavingQuantity.values()),
    /** Use of resources by the members of the episodes of a cell. */
    CELL_USAGE(
        List.of("channel", "issue", "resource", "key", "usage_channel"), UsageQuantity.values());

    private final List<String> keyParts;
    private final List<Quantity> quantities;

    Shape() {
      this(List.of());
    }

    Shape(List<String> keyParts, Quantity... quantities) {
      this.keyParts = keyParts;
      this.quantities = List.of(quantities);
    }

    /** Whether it is a {@link Distribution}. */
    public boolean isDistribution() {
      return this == HISTOGRAM || this == DAYS;
    }

    /** Whether it is a {@link Breakdown}. */
    public boolean isBreakdown() {
      return !keyParts.isEmpty();
    }

    /** Names of the parts of a line's key, in their order; none if it is no breakdown. */
    public List<String> keyParts() {
      return keyParts;
    }

    /** Quantities of a line, in their order; none if it is no breakdown. */
    public List<Quantity> quantities() {
      return quantities;
    }
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

package org.contactroi.kpi;

import java.util.List;

/**
 * What a measure holds: a number, a {@link Distribution} or a {@link Breakdown}, each a commutative
 * group.
 *
 * @param keyParts names of the parts of a line's key, in their order; none but for breakdowns
 * @param quantities of a line, in their order; none but for breakdowns
 */
public record Shape(Form form, List<String> keyParts, List<Quantity> quantities) {

  /** One count or sum. */
  public static final Shape SCALAR = new Shape(Form.SCALAR, List.of(), List.of());

  /** Counts by bucket of the normative {@link Histogram}. */
  public static final Shape HISTOGRAM = new Shape(Form.HISTOGRAM, List.of(), List.of());

  /** Counts by UTC day, as days since the epoch. */
  public static final Shape DAYS = new Shape(Form.DAYS, List.of(), List.of());

  /** The algebra of what is held. */
  public enum Form {
    /** A number. */
    SCALAR,
    /** A distribution by value. */
    HISTOGRAM,
    /** A distribution by day. */
    DAYS,
    /** A breakdown. */
    LINES
  }

  public Shape {
    keyParts = List.copyOf(keyParts);
    quantities = List.copyOf(quantities);
  }

  /** Quantities by a key of several parts. */
  public static Shape lines(List<String> keyParts, Quantity... quantities) {
    return new Shape(Form.LINES, keyParts, List.of(quantities));
  }
}

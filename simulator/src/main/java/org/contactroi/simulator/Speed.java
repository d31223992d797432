package org.contactroi.simulator;

import org.jspecify.annotations.Nullable;

/**
 * How fast event time passes: a multiple of real time, or as fast as the broker takes it.
 *
 * @param factor multiple of real time above 0; null means as fast as possible
 */
public record Speed(@Nullable Double factor) {

  private static final String ALLOWED =
      "a number above 0 (1 is real time, 60 a minute per second) or max";

  public Speed {
    if (factor != null && (!(factor > 0) || factor.isInfinite())) {
      throw new IllegalArgumentException("speed " + factor + " is not " + ALLOWED);
    }
  }

  /**
   * Reads {@code max} or a number.
   *
   * @throws IllegalArgumentException naming the text and what is allowed
   */
  public static Speed parse(String text) {
    if (text.equals("max")) {
      return new Speed(null);
    }
    try {
      return new Speed(Double.valueOf(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("speed '" + text + "' is not " + ALLOWED, e);
    }
  }

  /** Returns whether events are never waited for. */
  public boolean isMax() {
    return factor == null;
  }

  /** Returns a new pacer of this speed. */
  public Pacer pacer() {
    return factor == null ? Pacer.max() : Pacer.times(factor);
  }
}

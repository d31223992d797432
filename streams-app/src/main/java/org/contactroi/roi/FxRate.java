package org.contactroi.roi;

import java.time.LocalDate;

/**
 * What one unit of a currency was worth on a day.
 *
 * @param from the currency of an amount, ISO 4217
 * @param to the currency of the tenant, ISO 4217
 * @param nanos thousand-millionths of a unit of {@code to} per unit of {@code from}
 */
public record FxRate(String from, String to, LocalDate day, long nanos) {

  /** As many nanos are one unit. */
  public static final long NANOS = 1_000_000_000;

  private static final long LARGEST = 1_000_000 * NANOS;

  public FxRate {
    Stated.currency(from);
    Stated.currency(to);
    Stated.require(!from.equals(to), "currency", from, "another than " + to);
    Stated.within("nanos", nanos, 1, LARGEST);
  }
}

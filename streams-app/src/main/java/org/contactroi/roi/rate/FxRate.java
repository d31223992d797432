package org.contactroi.roi.rate;

import java.math.BigInteger;
import java.time.LocalDate;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Stated;

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

  /** A million units for one. */
  public static final long LARGEST = 1_000_000 * NANOS;

  public FxRate {
    Stated.currency(from);
    Stated.currency(to);
    Stated.require(!from.equals(to), "from", from, "another than " + to);
    Stated.within("nanos", nanos, 1, LARGEST);
  }

  /** Whether an amount, in millionths of a unit, is not too large to be exchanged. */
  public boolean exchanges(long micros) {
    return BigInteger.valueOf(micros)
            .multiply(BigInteger.valueOf(nanos))
            .compareTo(
                BigInteger.valueOf(Amount.LARGEST_STATED).multiply(BigInteger.valueOf(NANOS)))
        <= 0;
  }
}

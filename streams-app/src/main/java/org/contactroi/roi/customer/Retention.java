package org.contactroi.roi.customer;

import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.amount.Stated;

/**
 * The customers of a calendar month in the tenant's zone.
 *
 * @param start S: those there were at its start
 * @param end E: those there were at its end and of whom is known that they were there at its start
 *     or came within it
 * @param won N: those acquired or won back within it, each once
 */
public record Retention(long start, long end, long won) {

  public Retention {
    Stated.within("start", start, 0, Long.MAX_VALUE);
    Stated.within("end", end, 0, Long.MAX_VALUE);
    Stated.within("won", won, 0, Long.MAX_VALUE);
  }

  /**
   * Margin of the customers who stayed beyond what the baseline expects: (rate - baseline rate) x S
   * x margin, rounded, with rate = (E - N) / S; nothing if there is no rate.
   *
   * @param baselineBp basis points
   * @param marginMicros per customer
   */
  public Amount benefit(int baselineBp, long marginMicros) {
    if (start == 0) {
      return Amount.ZERO;
    }
    Fraction kept =
        Fraction.of(end - won)
            .minus(Fraction.of(start).times(Fraction.of(baselineBp, Stated.WHOLE_BP)));
    return Amount.of(kept.times(Fraction.of(marginMicros)).rounded());
  }
}
